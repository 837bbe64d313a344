/** The refusal of a code that is no conference's, with the conferences that may have been meant. */
import { Rejected } from '@pledgeline/event-sourcing';
import { conferences } from './conference.ts';

const MOST_NAMED = 3;

const wordsOf = (written: string): readonly string[] => written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Codes of those that say each word of what was written in their code, or else in their name. */
const nearestConferences = (written: string): readonly string[] => {
  const words = wordsOf(written);
  const saying = (textOf: (row: (typeof conferences)[number]) => string): readonly string[] =>
    conferences
      .filter((row) => words.length > 0 && words.every((word) => wordsOf(textOf(row)).includes(word)))
      .map(({ code }) => code);
  const inCode = saying(({ code }) => code);
  return (inCode.length > 0 ? inCode : saying(({ code, name }) => `${code} ${name}`)).slice(0, MOST_NAMED);
};

/** UNKNOWN_CONFERENCE, naming the field. */
export const unknownConference = (field: string, written: string): Rejected => {
  const nearest = nearestConferences(written);
  const hint =
    nearest.length === 0
      ? 'GET /conferences lists them; the desk enters a new one (RegisterConference).'
      : `Nearest: ${nearest.join(', ')}.`;
  return new Rejected('invalid', 'UNKNOWN_CONFERENCE', `No conference is known as "${written}". ${hint}`, {
    field,
    nearest,
  });
};
