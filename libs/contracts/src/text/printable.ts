/**
 * Text from people and from other programs, made safe to print on a terminal or in a log. A terminal obeys control
 * characters (it changes colours, titles, and what was printed before), and marks of direction reorder what a person reads.
 * Nothing is hidden: each such character is shown by its code point. Stored data keep what scripts need, such as joiners.
 */

/** Controls, format characters, halves of pairs, line separators, and whatever else shows nothing. */
const UNSAFE =
  /\r\n|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

const LINE_BREAK = '⏎';

/** The text in one line: a line break in it is shown as a sign, so that no value begins a line that looks like ours. */
export const printable = (text: string): string => text.replace(UNSAFE, shown);

const shown = (character: string): string => {
  if (character === '\t') return ' ';
  if (character === '\n' || character === '\r\n') return LINE_BREAK;
  return `<U+${hex(character.codePointAt(0))}>`;
};

/** JSON in one line, in which the same characters are escaped: it reads back as the same value. */
export const printableJson = (value: unknown): string => escapedJson(JSON.stringify(value));

/** The same of JSON that is written already. @param json without line breaks of its own. */
export const escapedJson = (json: string): string =>
  json.replace(UNSAFE, (character) =>
    Array.from(
      { length: character.length },
      (_, n) => `\\u${hex(character.charCodeAt(n)).toLowerCase()}`,
    ).join(''),
  );

const hex = (code = 0): string => code.toString(16).toUpperCase().padStart(4, '0');
