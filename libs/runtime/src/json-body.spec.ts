/** What a body says is what every reader of it reads: nothing stands twice, in whatever spelling and at whatever depth. */
import fc from 'fast-check';
import { bodyOf } from './json-body.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refused = (field: string, message: string, code = 'BODY_NOT_USABLE'): unknown =>
  expect.objectContaining({ code, message, errors: [{ field, message }] });
const twice = (path: string): unknown => refused(path, `${path} must be given only once`);

it.each([
  ['at the top', '{"a":1,"a":1}', 'a'],
  ['with other values', '{"a":1,"b":2,"a":[]}', 'a'],
  ['three times', '{"a":1,"a":2,"a":3}', 'a'],
  ['escaped', String.raw`{"a":1,"\u0061":2}`, 'a'],
  ['escaped both times', String.raw`{"\u0061":1,"\u0061":2}`, 'a'],
  ['with white space before the colon', '{"a" :1,"a"\n\t:2}', 'a'],
  ['below', '{"a":{"b":{"c":1,"c":2}}}', 'a.b.c'],
  ['in an item of a list', '{"a":[1,[2,{"b":1}],{"b":1,"b":2}]}', 'a.2.b'],
  ['hiding an object', '{"a":{"a":{}},"a":1}', 'a'],
  ['with quotes and backslashes in the name', String.raw`{"a\"\\":1,"a\"\\":2}`, 'a"\\'],
  ['after texts that look like JSON', String.raw`{"a":"{\"b\":1,\"b\":2}\\","b":":","b":1}`, 'b'],
])('a member that stands twice %s is refused by its name', (_, json, path) => {
  expect(() => bodyOf(bytes(json))).toThrow(twice(path) as Error);
});

it.each([
  ['in two objects', '{"a":{"b":1},"c":{"b":1}}'],
  ['in an object and in one inside it', '{"a":{"a":{"a":1}}}'],
  ['in the items of a list', '{"a":[{"b":1},{"b":1}]}'],
  ['as a value', '{"a":"a","b":"a"}'],
  ['in texts that look like JSON', String.raw`{"a":"\"b\":1,\"b\":2,{}[]:::","c":"\\"}`],
  ['in another case', '{"a":1,"A":2}'],
  ['composed and decomposed', '{"\u00e9":1,"e\u0301":2}'],
])('the same name %s is read', (_, json) => {
  expect(bodyOf(bytes(json))).toEqual(JSON.parse(json));
});

it.each([
  ['{"__proto__":1}', '__proto__'],
  [String.raw`{"a":[{"\u005f_proto__":{}}]}`, 'a.0.__proto__'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a":{"constructor":{"prototype":1}}}', 'a.constructor'],
])('%s is refused by the name that every object inherits', (json, path) => {
  expect(() => bodyOf(bytes(json))).toThrow(refused(path, `${path} is not a known field`) as Error);
});

it.each([
  ['not JSON', bytes('{"a":}')],
  ['not JSON', bytes('')],
  ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
])('what is %s is refused as a whole', (what, body) => {
  expect(() => bodyOf(body)).toThrow(refused('body', `the body is ${what}`, 'BODY_NOT_JSON') as Error);
});

/** JSON as it is written: members in their order, and perhaps twice. */
type Written = string | number | null | readonly Written[] | { readonly members: readonly Member[] };
type Member = readonly [name: string, value: Written];

/**
 * None that begins with a backslash: `JSON.parse` of Node 24 takes an escaped name for such a one that it has read before at
 * the same place (`{"\\":1}`, then `{"\u0061":1}`), which would be no known field.
 */
const name = fc
  .oneof(fc.constantFrom('a', 'b', '"', 'a\\', ':', '{', ',', ']', 'é', '💧'), fc.string())
  .filter((text) => !text.startsWith('\\'));
const { written } = fc.letrec<{ written: Written; object: Written }>((tie) => ({
  written: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    fc.array(tie('written'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(name, tie('written')), { maxLength: 5 })
    .map((members) => ({ members: members.filter(([key]) => !(key in Object.prototype)) })),
}));

const escaped = (text: string): string =>
  `"${[...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;

/** Every other name in full escapes. */
const asJson = (value: Written, space: string): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('members' in value) {
    const members = value.members.map(
      ([key, each], at) =>
        `${at % 2 === 0 ? JSON.stringify(key) : escaped(key)}${space}:${space}${asJson(each, space)}`,
    );
    return `{${space}${members.join(`,${space}`)}}`;
  }
  return `[${value.map((each) => asJson(each, space)).join(`${space},`)}]`;
};

/** By looking at what is written, member by member. */
const firstTwice = (value: Written, path: readonly (string | number)[]): string | undefined => {
  if (value === null || typeof value !== 'object') return undefined;
  const isObject = 'members' in value;
  const inside: readonly (readonly [string | number, Written])[] = isObject
    ? value.members
    : value.map((each, at) => [at, each] as const);
  for (const [at, [key, each]] of inside.entries()) {
    const here = [...path, key];
    if (isObject && inside.slice(0, at).some(([earlier]) => earlier === key)) return here.join('.');
    const below = firstTwice(each, here);
    if (below !== undefined) return below;
  }
  return undefined;
};

it('whatever is written, the first member that stands twice is named, and nothing else is refused for it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, written), { maxLength: 5 }),
      fc.constantFrom('', ' ', '\n\t'),
      (all, space) => {
        const body = { members: all.filter(([key]) => !(key in Object.prototype)) };
        const json = asJson(body, space);
        const path = firstTwice(body, []);
        const read = (): unknown => bodyOf(bytes(json));
        if (path === undefined) expect(read()).toEqual(JSON.parse(json));
        else expect(read).toThrow(/must be given only once$/);
        if (path !== undefined && path.length < 50) expect(read).toThrow(twice(path) as Error);
      },
    ),
    { numRuns: 500 },
  );
});
