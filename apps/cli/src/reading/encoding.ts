/**
 * In which encoding a text was saved, where that can be known for sure: by its mark, by the shape of UTF-16, by being
 * UTF-8, or by letters that make words in one encoding only. Nothing is guessed: what a wrong guess enters stays entered.
 */
import { analyse } from 'chardet';
import { isWestern } from './western.ts';

/** A label of the WHATWG Encoding Standard, and how people call it. */
export interface Encoding {
  readonly label: string;
  readonly name: string;
}

const UTF8: Encoding = { label: 'utf-8', name: 'UTF-8' };
const UTF16LE: Encoding = { label: 'utf-16le', name: 'UTF-16 LE' };
const UTF16BE: Encoding = { label: 'utf-16be', name: 'UTF-16 BE' };
const WINDOWS_1252: Encoding = { label: 'windows-1252', name: 'Windows-1252' };

/** By name, for a user who knows better. Undefined for a label that is none. */
export const encodingNamed = (label: string): Encoding | undefined => {
  try {
    const { encoding } = new TextDecoder(label);
    return (
      [UTF8, UTF16LE, UTF16BE, WINDOWS_1252].find((known) => known.label === encoding) ?? {
        label: encoding,
        name: encoding,
      }
    );
  } catch {
    return undefined;
  }
};

/** Of the first bytes of a file: its mark, or the zeros that UTF-16 has beside plain letters. Undefined where they do not show it. */
export const encodingMarked = (head: Uint8Array): Encoding | undefined => {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return UTF8;
  if (a === 0xff && b === 0xfe) return UTF16LE;
  if (a === 0xfe && b === 0xff) return UTF16BE;
  if (isZeroAt(head, 1)) return UTF16LE;
  return isZeroAt(head, 0) ? UTF16BE : undefined;
};

/** The header is plain letters: in UTF-16 every other byte of it is zero, and no other. */
const isZeroAt = (head: Uint8Array, parity: 0 | 1): boolean => {
  const sample = head.subarray(0, 2 * Math.min(20, Math.floor(head.length / 2)));
  return sample.length > 0 && sample.every((byte, at) => (byte === 0) === (at % 2 === parity));
};

/** A text without a mark, looked at as far as it is known: all of a file, the beginning of a pipe. */
export interface Survey {
  add(chunk: Uint8Array): void;
  /** Undefined where it cannot be known for sure. */
  encoding(): Encoding | undefined;
}

/** As much of the lines with letters beyond ASCII as is kept for looking at. */
const ENOUGH = 262_144;

export const survey = (): Survey => {
  const utf8 = new TextDecoder('utf-8');
  let broken = 0;
  let whole = 0;
  /** Lines with bytes beyond ASCII, a character for each byte; and what has no end yet. */
  let kept = '';
  let unfinished = '';
  return {
    add: (chunk) => {
      const others = utf8.decode(chunk, { stream: true }).match(/\P{ASCII}/gu) ?? [];
      const lost = others.filter((character) => character === '\uFFFD').length;
      broken += lost;
      whole += others.length - lost;
      if (kept.length >= ENOUGH) return;
      const lines = (unfinished + Buffer.from(chunk).toString('latin1')).split(/(?<=[\r\n])/);
      unfinished = lines.pop() ?? '';
      kept += lines.filter(isBeyondAscii).join('');
    },
    encoding: () => {
      // Broken here and there among much that is whole: the rows that are broken say so.
      if (broken === 0 || whole > broken) return UTF8;
      const last = isBeyondAscii(unfinished) ? unfinished.slice(0, ENOUGH) : '';
      return legacyEncoding(Buffer.from(kept + last, 'latin1'));
    },
  };
};

const isBeyondAscii = (line: string): boolean => /[\x80-\xFF]/.test(line);

interface Guess {
  readonly name: string;
  readonly confidence: number;
}

const EAST_ASIAN: readonly string[] = ['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5'];
const WESTERN: readonly string[] = ['windows-1252', 'ISO-8859-1'];
const OTHER_LATIN: readonly string[] = [
  ...['windows-1250', 'windows-1254', 'windows-1257'],
  ...['ISO-8859-2', 'ISO-8859-9'],
];

const legacyEncoding = (lines: Buffer): Encoding | undefined => {
  const words = lines.toString('latin1').match(/[A-Za-z]*[\x80-\xFF][A-Za-z\x80-\xFF]*/g) ?? [];
  // English around it would tip the scales; letters of two bytes need their neighbours.
  const byWords = analyse(Buffer.from(words.join(' '), 'latin1')).filter(
    ({ name }) => !EAST_ASIAN.includes(name),
  );
  if (isWestern(lines)) return isOtherLatin(words, byWords) ? undefined : WINDOWS_1252;
  return eastAsian(lines, analyse(lines)) ?? otherAlphabet(words.join(' '), byWords);
};

/** The letters fit both, and there are enough words to see that they are rather those of Central Europe, the Baltic or Turkey. */
const isOtherLatin = (words: readonly string[], guesses: readonly Guess[]): boolean => {
  if (new Set(words.filter((word) => /[\xC0-\xFF]/.test(word))).size < 3) return false;
  const confidenceOf = (names: readonly string[]): number =>
    Math.max(0, ...guesses.filter(({ name }) => names.includes(name)).map(({ confidence }) => confidence));
  const other = confidenceOf(OTHER_LATIN);
  return other >= 30 && other > 2 * confidenceOf(WESTERN);
};

const eastAsian = (lines: Buffer, guesses: readonly Guess[]): Encoding | undefined => {
  const [best, next] = guesses.filter(({ name }) => EAST_ASIAN.includes(name));
  if (best === undefined || best.confidence < 70 || best.confidence - (next?.confidence ?? 0) < 15)
    return undefined;
  return hasNoFault(lines, best.name) ? encodingNamed(best.name) : undefined;
};

/** Well ahead of any other, and every word is one of that alphabet: read as another encoding, capitals stand within words. */
const otherAlphabet = (words: string, guesses: readonly Guess[]): Encoding | undefined => {
  const [best, next] = guesses;
  if (best === undefined || best.confidence < 15 || best.confidence < 1.5 * (next?.confidence ?? 0)) {
    return undefined;
  }
  const encoding = encodingNamed(best.name);
  if (encoding === undefined) return undefined;
  const text = new TextDecoder(encoding.label).decode(Buffer.from(words, 'latin1'));
  const read = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return ALPHABETS.some((alphabet) => read.every((word) => alphabet.test(word))) ? encoding : undefined;
};

const ALPHABETS = [
  /^\p{Script=Cyrillic}\p{Ll}*$|^\p{Lu}+$/u,
  /^\p{Script=Greek}\p{Ll}*$|^\p{Lu}+$/u,
  /^[\p{Script=Arabic}\p{M}]+$/u,
  /^[\p{Script=Hebrew}\p{M}]+$/u,
];

const hasNoFault = (bytes: Uint8Array, label: string): boolean => {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
