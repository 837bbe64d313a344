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
  const members = value as Readonly<Record<string, unknown>>;
  return `{${namesOf(members)
    .map((name) => `${JSON.stringify(name)}:${canonicalText(members[name])}`)
    .join(',')}}`;
};

/** In canonical order. */
export const namesOf = (members: object): string[] => Object.keys(members).sort();
