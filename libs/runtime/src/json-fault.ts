/** What JSON can say and nothing after it could keep: too deep, text that is no text, numbers that would change. */
import type { FieldError } from './bad-request.ts';

const DEEPEST = 20;
/** More than any request has; the time that validation takes grows faster than their number. */
const MOST_MEMBERS = 100;
const MOST_ITEMS = 1000;
/** A field is named in answers, not repeated in full. */
const LONGEST_FIELD = 100;
const LONE_SURROGATE = /\p{Cs}/u;

type Container = Readonly<Record<string, unknown>>;

/** The first fault, found level by level so that the depth of the input cannot exhaust the stack. */
export const faultIn = (body: unknown): FieldError | undefined => {
  if (!isContainer(body) || Array.isArray(body)) return inBody('the body is not a JSON object');
  let level: (readonly [string, Container])[] = [['', body]];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return inBody(`the body is nested more than ${DEEPEST} levels deep`);
    const next: typeof level = [];
    for (const [path, container] of level) {
      const crowded = crowdFault(container);
      if (crowded !== undefined) return fault(path === '' ? 'body' : path, crowded);
      for (const [key, value] of Object.entries(container)) {
        const field = path === '' ? key : `${path}.${key}`;
        const message = keyFault(key) ?? scalarFault(value);
        if (message !== undefined) return fault(field, message);
        if (isContainer(value)) next.push([field, value]);
      }
    }
    level = next;
  }
  return undefined;
};

const inBody = (message: string): FieldError => ({ field: 'body', message });

const crowdFault = (container: Container): string | undefined => {
  if (!Array.isArray(container))
    return Object.keys(container).length > MOST_MEMBERS
      ? `must have at most ${MOST_MEMBERS} members`
      : undefined;
  return container.length > MOST_ITEMS ? `must have at most ${MOST_ITEMS} items` : undefined;
};

/** @param path of the field, which the message then names. */
export const fault = (path: string, message: string): FieldError => {
  const field = shown(path);
  return { field, message: `${field} ${message}` };
};

/** What every object inherits would pass as known to the validation, and be dropped in silence. */
const keyFault = (key: string): string | undefined =>
  key in Object.prototype ? 'is not a known field' : textFault(key);

const scalarFault = (value: unknown): string | undefined => {
  if (typeof value === 'string') return textFault(value);
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return `must be no number beyond ${Number.MAX_SAFE_INTEGER}`;
  return undefined;
};

/**
 * Terminals and logs obey control characters, a mark that turns the direction of text shows another text than was written,
 * and UTF-8 has no place for half a character. Line breaks and tabs stay, and so does what scripts need: joiners, and marks
 * that tell the direction of one place.
 */
const textFault = (text: string): string | undefined => {
  const [character] = UNSAFE.exec(text) ?? [];
  if (character !== undefined) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `must be free of control characters, but for line breaks and tabs, and of marks that turn the direction of text: it has U+${code}`;
  }
  if (LONE_SURROGATE.test(text)) return 'must be well-formed text, without half of a surrogate pair';
  return undefined;
};

/** C0 and C1 but tab and line break (a carriage return only before a line feed), embeddings, overrides and isolates. */
const UNSAFE = /(?![\t\n]|\r\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

const shown = (field: string): string => field.slice(0, LONGEST_FIELD).replaceAll(UNSHOWN, '\u{FFFD}');

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
