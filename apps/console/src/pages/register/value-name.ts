/** What the value of a filter is called. */
import {
  categoryName,
  conferenceName,
  levelName,
  partName,
  statusName,
  themeName,
} from '../../words/codes.ts';
import { nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';

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
