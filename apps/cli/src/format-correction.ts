/** What came of an event since, for people: a line for each field that was corrected, for an annulment, for an objection. */
import { oneLine } from './aligned.ts';
import { shortened } from './format-parts.ts';

export interface FieldCorrected {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly reason: string;
  readonly recordedAt: string;
}

export const formatCorrection = (corrected: FieldCorrected): string => {
  const { field, old, reason, recordedAt } = corrected;
  const day = recordedAt.slice(0, 10);
  return oneLine(
    `corrected on ${day}: ${field} was ${said(old)}, is ${said(corrected.new)} (${shortened(reason)})`,
  );
};

export interface EventStruck {
  readonly reason: string;
  readonly recordedAt: string;
}

export const formatStruck = ({ reason, recordedAt }: EventStruck): string =>
  oneLine(`struck on ${recordedAt.slice(0, 10)}: counts as if it had never been (${shortened(reason)})`);

export interface EventObjected {
  readonly objectedOn: string;
  readonly reason: string;
  readonly wholeAct: boolean;
}

export const formatObjection = ({ objectedOn, reason, wholeAct }: EventObjected): string =>
  oneLine(
    `objected to on ${objectedOn}: ${wholeAct ? 'none of it is theirs' : 'not as it stands'} (${shortened(reason)})`,
  );

/** Figures in the words in which they were stated; whatever else has parts as JSON. */
const said = (value: unknown): string => {
  if (value === null || value === undefined) return 'not stated';
  if (typeof value === 'string') return `"${shortened(value)}"`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const { asStated, unit, currency } = value as Readonly<Record<string, unknown>>;
  const words = [asStated, unit ?? currency].filter((part) => typeof part === 'string');
  return words.length > 0 ? words.join(' ') : shortened(JSON.stringify(value));
};
