/**
 * JSON lets a member stand twice in one object, and readers differ in which of them counts: `JSON.parse` takes the last. What
 * one reader has checked, another may then not act on, so such a body is refused (RFC 8259, section 4; RFC 7493, section 2.3).
 */

/**
 * @param json which `JSON.parse` has read. @param value what it has read, not nested deeper than a stack can follow.
 * @returns the path of the first member that stands twice in its object, such as `partners.0.name`.
 */
export const repeatedMember = (json: string, value: unknown): string | undefined =>
  writtenIn(json) === readFrom(value) ? undefined : firstRepeated(json);

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** How many members are written: each has one colon outside of texts. This is looked at for every body, and so is quick. */
const writtenIn = (json: string): number => {
  let members = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === COLON) members += 1;
    else if (code === QUOTE) at = endOfText(json, at);
  }
  return members;
};

/** @returns where the text that begins at this quote ends: at a quote with an even number of backslashes before it. */
const endOfText = (json: string, begin: number): number => {
  for (let end = json.indexOf('"', begin + 1); ; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
};

/** How many members there are: of those that stand twice, one. */
const readFrom = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inside: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inside.reduce<number>((sum, each) => sum + readFrom(each), Array.isArray(value) ? 0 : inside.length);
};

/** Texts, with the colon after those that are names, and what opens, divides and closes objects and lists. */
const TOKENS = /"(?:[^"\\]|\\.)*"(?<colon>\s*:)?|[{}[\],]/g;

interface Open {
  /** Of an object; a list has none. */
  readonly names: Set<string> | undefined;
  /** The member or the item that is being read. */
  at: string | number;
}

const firstRepeated = (json: string): string | undefined => {
  const open: Open[] = [];
  for (const { 0: token, groups } of json.matchAll(TOKENS)) {
    const innermost = open.at(-1);
    const colon = groups?.['colon'];
    if (token === '{') open.push({ names: new Set(), at: '' });
    else if (token === '[') open.push({ names: undefined, at: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof innermost?.at === 'number') innermost.at += 1;
    else if (colon !== undefined && innermost?.names !== undefined) {
      innermost.at = JSON.parse(token.slice(0, -colon.length)) as string;
      if (innermost.names.has(innermost.at)) return open.map(({ at }) => at).join('.');
      innermost.names.add(innermost.at);
    }
  }
  return undefined;
};
