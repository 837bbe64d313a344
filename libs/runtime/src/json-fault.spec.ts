/** found.md, B8: what terminals and logs would obey is refused at the door, by its field; what scripts need is kept. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bodyOf } from './json-body.ts';
import { faultIn } from './json-fault.ts';

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);

it('an object of ordinary values has no fault', () => {
  const body = {
    text: 'Côte d’Ivoire 🕊',
    number: -1.5,
    whole: Number.MAX_SAFE_INTEGER,
    none: null,
    list: [true],
  };
  expect(faultIn(body)).toBeUndefined();
});

it.each([[null], [[]], ['text'], [1], [true]])('%j is no body', (body) => {
  expect(faultIn(body)).toEqual({ field: 'body', message: 'the body is not a JSON object' });
});

it('twenty levels below the body are read, one more is not', () => {
  expect(faultIn({ a: nested(20, (inner) => ({ a: inner })) })).toBeUndefined();
  expect(faultIn({ a: nested(21, (inner) => ({ a: inner })) })).toMatchObject({ field: 'body' });
  expect(faultIn({ a: nested(21, (inner) => [inner]) })).toMatchObject({ field: 'body' });
});

it('half a million levels do not exhaust the stack', () => {
  expect(faultIn({ a: JSON.parse('['.repeat(400_000) + ']'.repeat(400_000)) })).toMatchObject({
    field: 'body',
  });
});

it.each([
  ['a null character', { a: [{ b: 'x\0y' }] }, 'a.0.b'],
  ['half a surrogate pair', { a: { b: '\ud800' } }, 'a.b'],
  ['a number beyond what is exact', { a: [1, 2 ** 53] }, 'a.1'],
  ['a negative number beyond what is exact', { a: -(2 ** 53) }, 'a'],
  ['a number without end', JSON.parse('{"a":1e400}'), 'a'],
])('%s is a fault, told by its field', (_what, body, field) => {
  expect(faultIn(body)).toEqual({ field, message: expect.stringContaining(`${field} must be`) });
});

it('a key that is no text is told without repeating it', () => {
  expect(faultIn({ 'a\0': 1 })).toMatchObject({ field: 'a\u{FFFD}' });
  expect(faultIn({ ['\ud800'.repeat(5000)]: 1 })?.field.length).toBeLessThanOrEqual(100);
});

it('no more members or items than any request has: validation would take too long', () => {
  const members = (length: number) => Object.fromEntries(Array.from({ length }, (_, n) => [`k${n}`, 1]));
  expect(faultIn(members(100))).toBeUndefined();
  expect(faultIn(members(101))).toMatchObject({ field: 'body' });
  expect(faultIn({ a: { b: members(101) } })).toMatchObject({ field: 'a.b' });
  expect(faultIn({ a: Array.from({ length: 1000 }, () => 1) })).toBeUndefined();
  expect(faultIn({ a: Array.from({ length: 1001 }, () => 1) })).toMatchObject({ field: 'a' });
});

it.each(['constructor', 'toString', 'hasOwnProperty'])(
  '%s, which every object inherits, is no field',
  (key) => {
    expect(faultIn({ a: { [key]: 1 } })).toEqual({
      field: `a.${key}`,
      message: `a.${key} is not a known field`,
    });
  },
);

/** Code points from and to, as found.md lists them. */
const REFUSED: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
];
const refusedCharacters = REFUSED.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)),
);

it.each(refusedCharacters.map((character) => [character.codePointAt(0)?.toString(16), character]))(
  'U+%s is refused in a value, and in a key',
  (_code, character) => {
    expect(faultIn({ a: `x${character}y` })).toMatchObject({ field: 'a' });
    expect(faultIn({ [`x${character}y`]: 1 })?.field).not.toContain(character);
  },
);

it.each([
  ['a carriage return alone, which writes over the line', 'kept\rforged'],
  ['a colour', '\u001b[31mred'],
  ['a title', '\u001b]0;title\u0007'],
  ['an override of direction', 'abc\u202efdp.exe'],
])('%s is refused', (_what, text) => expect(faultIn({ a: text })).toMatchObject({ field: 'a' }));

it.each([
  ['line breaks and tabs', 'one\n\ttwo\r\nthree'],
  ['joiners of Persian and Devanagari', 'می\u200cخواهم क्\u200dष'],
  ['marks of direction in one place', 'שלום\u200f, hello\u200e'],
  ['combining marks', 'Co\u0302te d\u2019Ivoire'],
  ['a family of joined signs', '👩\u200d👩\u200d👧'],
  ['a zero width space among letters', 'ภาษา\u200bไทย'],
])('%s are kept', (_what, text) => expect(faultIn({ a: { b: [text] } })).toBeUndefined());

it('wherever such a character stands in a body, the field that has it is named', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'terms', 'money'), { minLength: 1, maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '汉', '\u200d') });
  fc.assert(
    fc.property(
      path,
      text,
      fc.constantFrom(...refusedCharacters),
      text,
      (names, before, character, after) => {
        const body = names.reduceRight<unknown>(
          (inner, name) => ({ [name]: inner }),
          before + character + after,
        );
        expect(faultIn(body)).toMatchObject({ field: names.join('.') });
      },
    ),
  );
});

describe('every text field of every operation of the API', () => {
  interface Schema {
    readonly type?: string | readonly string[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
    readonly oneOf?: readonly Schema[];
    readonly anyOf?: readonly Schema[];
    readonly allOf?: readonly Schema[];
    readonly $ref?: string;
  }
  interface Operation {
    readonly operationId?: string;
    readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  }
  const document = JSON.parse(
    readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
  ) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const ESCAPE = 'kept\u001b[2J';

  /** A body for each place where the schema takes a text, with an escape there and nothing elsewhere. */
  const bodiesOf = (schema: Schema): readonly (readonly [path: string, body: unknown])[] => {
    if (schema.$ref !== undefined) {
      return bodiesOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    }
    const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
    if (alternatives.length > 0) return alternatives.flatMap(bodiesOf);
    if ([schema.type].flat().includes('string')) return [['', ESCAPE]];
    if (schema.items !== undefined) {
      return bodiesOf(schema.items).map(([path, body]) => [`.0${path}`, [body]]);
    }
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      bodiesOf(property).map(([path, body]) => [`.${name}${path}`, { [name]: body }] as const),
    );
  };

  const operations = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId = '', requestBody }) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema === undefined ? [] : [[operationId, bodiesOf(schema)] as const];
    });

  it('is found', () => {
    expect(operations.length).toBeGreaterThan(90);
    expect(operations.flatMap(([, bodies]) => bodies).length).toBeGreaterThan(300);
  });

  it.each(operations)('%s refuses an escape in each, by its field', (_operation, bodies) => {
    for (const [path, body] of bodies) {
      const read = () => bodyOf(Buffer.from(JSON.stringify(body)));
      expect(read).toThrow(
        expect.objectContaining({ errors: [expect.objectContaining({ field: path.slice(1) })] }),
      );
    }
  });
});
