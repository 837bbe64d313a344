import 'reflect-metadata';
import { Part, Parts } from './nested-field.ts';
import { PledgeId, PledgeIds } from './pledge-id.ts';
import { pledgeReference } from './pledge-reference.ts';
import { pledgesByName, type FindNamed } from './pledges-by-name.ts';

const ONE = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';
const TWO = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f62';
const NAME = '2021-seoul/KOR/INF-BN-7F3K2';

const known: Readonly<Record<string, readonly string[]>> = {
  [NAME]: [ONE],
  '2019-new-york/NPL/INF-BN-P382B': [TWO],
  'no-conference/EU/TRAINING-00000': [ONE, TWO],
};
const find: FindNamed = (reference) => Promise.resolve(known[reference] ?? []);
const pipe = (finding = find) => pledgesByName(finding, { forMs: 20, everyMs: 1 });
const inPath = (value: string, finding?: FindNamed): Promise<unknown> =>
  pipe(finding).transform(value, { type: 'param', data: 'pledgeId' });

describe('a reference', () => {
  it.each([
    [NAME, NAME],
    ['2021-SEOUL/kor/inf-bn-7f3k2', NAME],
    [` ${NAME} `, NAME],
    ['no-conference/KOR/FPU-FR-0ZZZZ', 'no-conference/KOR/FPU-FR-0ZZZZ'],
  ])('%s is one, in any case', (text, reference) => {
    expect(pledgeReference(text)).toBe(reference);
  });

  it.each([
    '',
    ONE,
    'KOR/INF-BN-7F3K2',
    '2021-seoul/KOR/INF-BN',
    '2021-seoul/KOR/INF-BN-7F3KI',
    `a/${NAME}`,
    '//-7F3K2',
  ])('"%s" is none', (text) => {
    expect(pledgeReference(text)).toBeNull();
  });
});

describe('in a path', () => {
  it('an id stays, and a reference becomes its id', async () => {
    expect(await inPath(ONE)).toBe(ONE);
    expect(await inPath(NAME)).toBe(ONE);
    expect(await inPath(NAME.toLowerCase())).toBe(ONE);
  });

  it('a reference that nobody bears is not found, by its own words', async () => {
    await expect(inPath('2021-seoul/KOR/INF-BN-00000')).rejects.toMatchObject({
      kind: 'missing',
      code: 'PLEDGE_NOT_FOUND',
      message: 'There is no pledge 2021-seoul/KOR/INF-BN-00000.',
    });
  });

  it('a reference that two bear is refused with both, never guessed', async () => {
    await expect(inPath('no-conference/EU/TRAINING-00000')).rejects.toMatchObject({
      kind: 'conflict',
      code: 'REFERENCE_AMBIGUOUS',
      details: { field: 'pledgeId', candidates: [ONE, TWO] },
    });
  });

  it('what is neither is refused, and says what is', async () => {
    await expect(inPath('seoul')).rejects.toMatchObject({
      code: 'ID_INVALID',
      message: 'pledgeId must be a UUID in lower case, or a reference such as 2021-seoul/KOR/INF-BN-7F3K2.',
    });
  });

  it('a pledge that was announced a moment ago is waited for', async () => {
    let asked = 0;
    expect(await inPath(NAME, () => Promise.resolve((asked += 1) < 5 ? [] : [TWO]))).toBe(TWO);
  });

  it('other parameters are left alone', async () => {
    expect(await pipe().transform(NAME, { type: 'param', data: 'code' })).toBe(NAME);
    expect(await pipe().transform(NAME, { type: 'custom', data: 'pledgeId' })).toBe(NAME);
  });
});

class Inner {
  @PledgeId({ optional: true })
  partOf?: unknown;
}
class Base {
  @PledgeId({ optional: true })
  renews?: unknown;
}
class Request extends Base {
  @PledgeIds({ optional: true })
  units?: unknown;

  @Part(Inner, { optional: true })
  terms?: unknown;

  @Parts(Inner, { optional: true })
  outcomes?: unknown;

  text?: unknown;
}

const inBody = (body: unknown): Promise<unknown> =>
  pipe().transform(body, { type: 'body', metatype: Request });

describe('in a body', () => {
  it('every field that names a pledge is replaced, however deep, and no other', async () => {
    const body = {
      renews: NAME,
      units: [NAME, TWO],
      terms: { partOf: NAME, other: NAME },
      outcomes: [{ partOf: NAME }, { partOf: ONE }],
      text: NAME,
    };
    expect(await inBody(body)).toEqual({
      renews: ONE,
      units: [ONE, TWO],
      terms: { partOf: ONE, other: NAME },
      outcomes: [{ partOf: ONE }, { partOf: ONE }],
      text: NAME,
    });
  });

  it.each([
    ['renews', { renews: '2021-seoul/KOR/INF-BN-00000' }],
    ['units', { units: [ONE, '2021-seoul/KOR/INF-BN-00000'] }],
    ['terms.partOf', { terms: { partOf: '2021-seoul/KOR/INF-BN-00000' } }],
  ])('an unknown name in %s names the field', async (field, body) => {
    await expect(inBody(body)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'UNKNOWN_PLEDGE',
      details: { field },
    });
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{ renews: 7, units: 'x', terms: [NAME], outcomes: { partOf: 1 } }],
    [{ units: [[NAME], null, 7, {}] }],
    [JSON.parse('{"__proto__":{"renews":"x"},"constructor":1}')],
  ])('what is no such body is left to validation: %j', async (body) => {
    const before = JSON.stringify(body);
    expect(JSON.stringify(await inBody(body))).toBe(before);
  });

  it('a list longer than any request has is not looked up', async () => {
    let asked = 0;
    const counting = pipe((reference) => {
      asked += 1;
      return find(reference);
    });
    const units = Array.from({ length: 101 }, () => NAME);
    expect(await counting.transform({ units }, { type: 'body', metatype: Request })).toEqual({ units });
    expect(asked).toBe(0);
  });
});
