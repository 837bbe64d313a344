/** The days of a conference in words. Some are known by their month or year only. */
import { day } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

export const daysOf = ({
  start,
  end,
}: {
  readonly start: string | null;
  readonly end: string | null;
}): string => {
  if (start === null) return say().noDate;
  return end === null || end === start ? day(start) : say().range(day(start), day(end));
};
