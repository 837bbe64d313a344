/** From the codes of the API to words. A code without a name of its own is written out: `END_OF_TOUR` is "End of tour". */
import {
  CATEGORY_NAMES,
  LEVEL_NAMES,
  OBSTACLE_NAMES,
  PART_NAMES,
  ROLE_NAMES,
  STATUS_NAMES,
  THEME_NAMES,
} from './codes.data.ts';
import { COMMAND_NAMES } from './command-names.data.ts';
import { EVENT_NAMES } from './event-names.data.ts';
import { TASK_NAMES } from './task-names.data.ts';

export const statusName = (code: string): string => STATUS_NAMES[code] ?? writtenOut(code);
export const categoryName = (code: string): string => CATEGORY_NAMES[code] ?? writtenOut(code);
export const roleName = (code: string): string => ROLE_NAMES[code] ?? writtenOut(code);
export const levelName = (code: string): string => LEVEL_NAMES[code] ?? writtenOut(code);
export const partName = (code: string): string => PART_NAMES[code] ?? writtenOut(code);
/** Themes have codes of their own; most are words. */
export const themeName = (code: string): string => THEME_NAMES[code] ?? writtenOut(code);
/** What stands in the way of a task. */
export const obstacleName = (code: string): string => OBSTACLE_NAMES[code] ?? writtenOut(code).toLowerCase();
export const taskName = (code: string): string => TASK_NAMES[code] ?? writtenOut(code);
export const eventName = (type: string): string => EVENT_NAMES[type] ?? writtenOut(type);
export const commandName = (name: string): string => COMMAND_NAMES[name] ?? writtenOut(name);

/** Several conferences have the same long name. People know them by place and year, and so does the code: `2014-new-york`. */
export const conferenceName = (code: string): string => {
  const [, year, place] = /^(\d{4})-(\D+)$/.exec(code) ?? [];
  if (year === undefined || place === undefined) return code;
  const words = place.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join(' ')} ${year}`;
};

/** Of a role, a status, a level or a command, where an answer lists what is possible. Anything else stays as it is. */
export const anyName = (code: string): string =>
  ROLE_NAMES[code] ?? STATUS_NAMES[code] ?? LEVEL_NAMES[code] ?? COMMAND_NAMES[code] ?? code;

/** `rapid-deployment`, `END_OF_TOUR` and `memberState` become "Rapid deployment", "End of tour" and "Member state". */
export const writtenOut = (code: string): string => {
  const words = code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ': ')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
