/** The refusal of a code that is no capability's, with those that may have been meant. */
import { Rejected } from '@pledgeline/event-sourcing';
import { capabilities } from './capability.ts';
import { nearestTo } from './nearest.ts';

const MOST_NAMED = 5;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Codes that a misspelt one is near to, then those of the same kind of thing: that share its first word, or whose name says it all. */
const nearestCapabilities = (written: string): readonly string[] => {
  const codes = capabilities.map(({ code }) => code);
  const [first = '', ...rest] = wordsOf(written);
  const alike = capabilities.filter(({ code, name }) => {
    const said = wordsOf(name);
    return wordsOf(code)[0] === first || [first, ...rest].every((word) => said.includes(word));
  });
  const found = [...nearestTo(written.toUpperCase(), codes), ...alike.map(({ code }) => code)];
  return [...new Set(found)].slice(0, MOST_NAMED);
};

/** UNKNOWN_CAPABILITY, naming the field. */
export const unknownCapability = (
  field: string,
  written: string,
  more: Readonly<Record<string, unknown>> = {},
): Rejected => {
  const nearest = nearestCapabilities(written);
  const hint =
    nearest.length === 0
      ? 'GET /taxonomy lists the codes.'
      : `Nearest: ${nearest.join(', ')}; GET /taxonomy lists all.`;
  return new Rejected('invalid', 'UNKNOWN_CAPABILITY', `${written} is no capability code. ${hint}`, {
    field,
    nearest,
    ...more,
  });
};
