/** What an event says, value by value. */
import type { PledgeEvent } from './pledge-event.ts';
import { day, isDay, number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { anyName, writtenOut } from '../../words/codes.ts';

/** For programs: they name things that have names elsewhere on the page. */
const NOT_SHOWN = /^(?:pledgeId|.*Id|.*Ids|sha256|bodyHash|duplicateChecked)$/;
const CODE = /^[A-Z][A-Z0-9_]+$/;

/** Name and value of each field that says something. */
export const eventSummary = ({ data }: PledgeEvent): readonly (readonly [string, string])[] =>
  Object.entries(data).flatMap(([name, value]) => {
    if (NOT_SHOWN.test(name)) return [];
    const words = valueInWords(value);
    return words === '' ? [] : [[name, words] as const];
  });

/** Blank for what was not said. */
export const valueInWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? say().form.yes : '';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string')
    return isDay(value) ? day(value) : CODE.test(value) ? codeInWords(value) : value;
  if (Array.isArray(value)) return value.map(valueInWords).filter(Boolean).join('; ');
  if (typeof value !== 'object') return '';
  const stated = (value as { readonly asStated?: unknown }).asStated;
  if (typeof stated === 'string') return stated;
  return Object.entries(value)
    .filter(([name]) => !NOT_SHOWN.test(name))
    .map(([name, inside]) => [writtenOut(name), valueInWords(inside)] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`)
    .join(', ');
};

/** A code with a name has it; one of several words is written out; one word, such as the code of a state, stays. */
const codeInWords = (code: string): string => {
  const name = anyName(code);
  return name === code && code.includes('_') ? writtenOut(code) : name;
};

/** One short value beside the name of the event: what most wants to be known of it. */
export const inShort = (event: PledgeEvent): string => {
  const { data } = event;
  const first = [
    'description',
    'question',
    'answer',
    'text',
    'reason',
    'acknowledgementReference',
    'level',
    'mission',
    'kind',
    'reference',
  ]
    .map((name) => valueInWords(data[name]))
    .find((words) => words !== '');
  if (first === undefined) return '';
  return first.length > LONGEST ? `${first.slice(0, LONGEST).trimEnd()} …` : first;
};

const LONGEST = 90;
