/**
 * The rules of all requests as the server compiles them, held against class-validator: for bodies of any kind both accept the same,
 * and name the same fields for the same reasons.
 */
import { createRequire } from 'node:module';
import { requestClass } from '@pledgeline/runtime/testing';
import type { Constructor, Fault } from '@pledgeline/runtime/testing';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import fc from 'fast-check';
import { standaloneSlices } from './slices.ts';

const { defaultMetadataStorage: types } = createRequire(import.meta.url)(
  'class-transformer/cjs/storage.js',
) as {
  readonly defaultMetadataStorage: {
    findTypeMetadata(of: Constructor, field: string): { typeFunction(): Constructor } | undefined;
  };
};
const storage = getMetadataStorage();
const { validationMetadatas } = storage as unknown as {
  readonly validationMetadatas: ReadonlyMap<Constructor, unknown>;
};
const requests = [...validationMetadatas.keys()].map((of) => [of.name, of] as const);

interface Said {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

const said = (errors: readonly ValidationError[], before = ''): Said[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = before + property;
    const own = Object.entries(constraints).map(([rule, message]) => ({ field, rule, message }));
    return [...own, ...said(children, `${field}.`)];
  });

const byClassValidator = (of: Constructor, body: object): Said[] =>
  said(
    validateSync(plainToInstance(of, body), {
      ...{ whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true },
      stopAtFirstError: true,
    }),
  );

const compiled = (of: Constructor, body: object): Fault[] => {
  const { read, check } = requestClass(of);
  const faults: Fault[] = [];
  check(read(body), [], faults);
  return faults;
};

const UNUSUAL: readonly unknown[] = [
  ...[null, undefined, '', ' ', 'x', '\u200b', 'Kenya', 'Kenya;;', 'KEN', 'up to 300', 'double by 2027'],
  ...['2021-12-07', '2021-02-30', '1948-05-28', '1948-05-29', '2021-12', '2021-13', '2021', '7 Dec 2021'],
  ...['0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61', '0190A5B2-7C1E-7D3F-8A45-1B2C3D4E5F61', '2021-seoul'],
  ...['x'.repeat(100), 'x'.repeat(501), 'x'.repeat(10_001), '\u{1F54A}'.repeat(100), '\u{1F54A}'.repeat(201)],
  ...[-1, 0, 0.5, 0.0001, 1e-9, 1, 3, 50, 100.5, 850, 1e13, Number.MAX_SAFE_INTEGER, true, false],
  ...[{}, { name: 'x' }, [], ['x'], ['x', 'x'], [null], [''], [['x']], [{}], ['2021']],
  Array(101).fill('Kenya'),
];

/** Values about the limits that the rules of a field name. */
const nearLimits = (constraints: readonly unknown[]): readonly unknown[] =>
  constraints.flatMap((limit) => {
    if (Array.isArray(limit))
      return [limit[0], limit.at(-1), [limit[0]], [limit[0], limit[0]], limit] as unknown[];
    if (typeof limit !== 'number') return [];
    const texts = limit >= 0 && limit <= 10_000 ? ['x'.repeat(limit), 'x'.repeat(limit + 1)] : [];
    return [limit, limit - 1, limit + 1, ...texts];
  });

const rulesOf = (of: Constructor) =>
  storage.groupByPropertyName(storage.getTargetValidationMetadatas(of, '', false, false));

const bodies = (of: Constructor): fc.Arbitrary<object> => {
  const fields = Object.entries(rulesOf(of)).map(([name, rules]) => {
    const values = [
      ...UNUSUAL,
      ...rules.flatMap(({ constraints }) => nearLimits((constraints as unknown[] | undefined) ?? [])),
    ];
    const good = values.filter(
      (value) => !byClassValidator(of, { [name]: value }).some(({ field }) => field.split('.')[0] === name),
    );
    const part = rules.some(({ type }) => type === 'nestedValidation')
      ? types.findTypeMetadata(of, name)?.typeFunction()
      : undefined;
    const one = fc.oneof(
      { arbitrary: fc.constantFrom(...values), weight: 1 },
      ...(good.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...good), weight: 8 }]),
    );
    if (part === undefined) return [name, one] as const;
    const parts = bodies(part);
    return [name, fc.oneof(one, parts, fc.array(parts, { maxLength: 3 }))] as const;
  });
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: [], noNullPrototype: true });
  const more = fc.option(fc.record({ unheardOf: fc.constantFrom<unknown>(1, null, {}) }), {
    freq: 20,
    nil: {},
  });
  return fc.tuple(known, more).map(([body, unknown]) => ({ ...body, ...unknown }));
};

it('there are the requests of all slices', () => {
  expect(standaloneSlices.length).toBeGreaterThan(0);
  expect(requests.length).toBeGreaterThan(150);
});

it.each(requests)('%s is checked as class-validator checks it', (_name, of) => {
  fc.assert(
    fc.property(bodies(of), (body) => {
      const faults = compiled(of, body);
      const expected = byClassValidator(of, body);
      const shown = (given: readonly { readonly field: string; readonly rule: string }[]): string[] =>
        given.map(({ field, rule }) => `${field} ${rule}`);
      expect(shown(faults.map(({ path, name }) => ({ field: path.join('.'), rule: name })))).toEqual(
        shown(expected),
      );
      for (const [n, { rule, message, name }] of faults.entries()) {
        if (rule !== 'required' && name !== 'whitelistValidation') expect(message).toBe(expected[n]?.message);
        expect(message).not.toMatch(/\$(?:property|constraint|value|target)/);
      }
      // What is accepted is handed on alike.
      if (faults.length === 0) expect(requestClass(of).read(body)).toEqual(plainToInstance(of, body));
    }),
  );
});
