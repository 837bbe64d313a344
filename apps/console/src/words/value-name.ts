/** What the value of a filter is called. */
import {
  categoryName,
  conferenceName,
  levelName,
  partName,
  statusName,
  themeName,
  writtenOut,
} from './codes.ts';
import { CATEGORY_NAMES } from './codes.data.ts';
import { nameOf } from './names.ts';
import { say } from './words.ts';

const NAMES: Readonly<Record<string, (value: string) => string>> = {
  category: categoryName,
  status: statusName,
  level: levelName,
  missing: partName,
  theme: themeName,
  memberState: (code) => nameOf('state', code),
  conference: (code) => (code === 'none' ? say().overview.outside : conferenceName(code)),
  capabilityCode: (code) => nameOf('capability', code),
};

export const valueName = (filter: string, value: string): string => NAMES[filter]?.(value) ?? value;

/** By what a report is grouped. */
export const groupingName = (by: string): string =>
  by === 'memberState' ? say().states.state : writtenOut(by);

/** By year and place; months and quarters are told by numbers. */
const MAIN_CONFERENCE = /^\d{4}-(?!prep-)[a-z]+/;

/** What a group of a report is called; codes that have a name of ours get it. @param by null where the report does not say. */
export const groupName = (
  by: string | number | null,
  { code, name }: { readonly code: string; readonly name: string },
): string => {
  if (code === 'none') return by === 'conference' ? say().overview.outside : say().notStated;
  if (by === 'category' || code in CATEGORY_NAMES) return categoryName(code);
  if (by === 'conference' || MAIN_CONFERENCE.test(code)) return conferenceName(code);
  return name || code;
};
