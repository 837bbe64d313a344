/**
 * RFC 8785, written directly: an object built from sorted entries would not keep their order, since names like integers come
 * first in JavaScript, by number.
 */

/**
 * The one text of a JSON value, in every language: names in the order of their UTF-16 units, numbers and escapes as ECMAScript
 * writes them. A lone surrogate is written `\udXXX` in lower case, so that there is a text for whatever a store holds.
 * @param value as `JSON.parse` gives it.
 * @throws {TypeError} for what JSON cannot hold.
 */
export const canonicalText = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`JSON does not hold every ${typeof value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  return membersText(value, namesOf(value));
};

/** Of an object with those members alone. @param names in canonical order. */
export const membersText = (members: object, names: readonly string[]): string => {
  let text = '';
  for (const name of names) {
    const value = (members as Readonly<Record<string, unknown>>)[name];
    text += `${text === '' ? '' : ','}${nameText(name)}:${canonicalText(value)}`;
  }
  return `{${text}}`;
};

/** Names are mostly words, and to write one as JSON costs more than to see that nothing of it is escaped. */
const PLAIN = /^\w*$/;

const nameText = (name: string): string => (PLAIN.test(name) ? `"${name}"` : JSON.stringify(name));

/** In canonical order. */
export const namesOf = (members: object): string[] => {
  const names = Object.keys(members);
  for (let n = 1; n < names.length; n += 1) if (String(names[n - 1]) > String(names[n])) return names.sort();
  return names;
};
