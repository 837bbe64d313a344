/** What the options take: a closed list in any case, a state, a day, a number. Anything else is wrong usage, and says what is known. */
import { memberState, memberStates, resolveMemberState } from '@pledgeline/contracts';
import { InvalidArgumentError } from 'commander';

/** Blank stays blank: a variable of the environment may be. */
export const oneOf =
  (known: readonly string[]) =>
  (typed: string): string => {
    if (typed === '') return typed;
    const found = known.find((word) => word.toUpperCase() === typed.toUpperCase());
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Known are ${known.join(', ')}.`);
  };

/** Name or code of a state, handed on as typed: what is known by two names is for the server to say. */
export const state = (typed: string): string => {
  const isKnown =
    resolveMemberState(typed) !== undefined || memberStates.some(({ variants }) => variants.includes(typed));
  if (isKnown) return typed;
  throw new InvalidArgumentError('No state is known by it. Give its ISO 3166 alpha-3 code, such as KOR.');
};

export const stateCode = (typed: string): string => {
  const code = typed.toUpperCase();
  if (memberState(code) !== undefined) return code;
  throw new InvalidArgumentError('It is no ISO 3166 alpha-3 code of a state, such as KOR.');
};

export const day = (typed: string): string => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed)) return typed;
  throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
};

export const positive = (typed: string): number => {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};
