/** What the value of a filter is called. */
import { conference, memberState } from '@pledgeline/contracts/reference';
import { categoryName, levelName, partName, statusName, writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

const NAMES: Readonly<Record<string, (value: string) => string>> = {
  category: categoryName,
  status: statusName,
  level: levelName,
  missing: partName,
  theme: writtenOut,
  memberState: (code) => memberState(code)?.name ?? code,
  conference: (code) => (code === 'none' ? say().overview.outside : conferenceName(code)),
};

export const valueName = (filter: string, value: string): string => NAMES[filter]?.(value) ?? value;

/** By place and year; several have the same long name. */
export const conferenceName = (code: string): string => {
  const known = conference(code);
  const [year] = code.split('-', 1);
  return known === undefined || known.place === null || year === undefined ? code : `${known.place}, ${year}`;
};
