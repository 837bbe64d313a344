/** What a release may not change. Long because each kind of change has its two sides. */
import { Type, type TSchema } from 'typebox';
import { eventsOf } from '../events/event-contract.ts';
import { contractRecord, type ContractSources } from './contract-record.ts';
import { incompatibilities } from './incompatibilities.ts';

const text = Type.String();
const fields = {
  place: text,
  note: Type.Optional(text),
  mode: Type.Enum(['ROAD', 'AIR']),
  parts: Type.Array(Type.Object({ count: Type.Integer({ minimum: 1 }) })),
};

const moved = (data: TSchema = Type.Object(fields), changes: object = {}) => ({
  ...eventsOf('pledge')({
    type: 'UnitMoved',
    owner: 'intake',
    visibility: 'PUBLIC',
    summary: 'It moved.',
    data,
  }),
  ...changes,
});

const sources: ContractSources = {
  contracts: [moved()],
  topics: [{ suffix: 'public.v1', audience: 'PUBLIC', carries: ['PUBLIC'], summary: 'Public.' }],
  partitions: 6,
  headers: Type.Object({ ce_id: text }),
};

/** What was released is `sources`, unless another is given. */
const when = (changes: Partial<ContractSources>, released = sources) =>
  incompatibilities(contractRecord(released, '1.0.0', []), { ...sources, ...changes });
const whenFields = (changed: Record<string, TSchema>) => when({ contracts: [moved(Type.Object(changed))] });

const of = (change: string): string[] => [`UnitMoved version 1: ${change}; raise its version`];

describe('nothing breaks a subscriber by', () => {
  it('staying as it is', () => {
    expect(when({})).toEqual([]);
  });

  it('a new event type', () => {
    expect(when({ contracts: [moved(), moved(Type.Object({}), { type: 'UnitRested' })] })).toEqual([]);
  });

  it('a new topic', () => {
    const more = {
      suffix: 'member-states.v1',
      audience: 'PUBLIC',
      carries: ['PUBLIC'],
      summary: '',
    } as const;
    expect(when({ topics: [...sources.topics, more] })).toEqual([]);
  });

  it('a new field that may be absent, at any depth', () => {
    const parts = Type.Array(Type.Object({ count: Type.Integer({ minimum: 1 }), name: Type.Optional(text) }));
    expect(whenFields({ ...fields, parts, more: Type.Optional(text) })).toEqual([]);
  });

  it('other words for people', () => {
    const place = Type.String({ description: 'where to' });
    expect(
      when({ contracts: [moved(Type.Object({ ...fields, place }), { summary: 'Elsewhere.' })] }),
    ).toEqual([]);
  });

  it('a new version, with an upcaster from the one before', () => {
    const data = Type.Object({ place: text, mission: text });
    const upcasters = { 1: (old: unknown) => ({ ...(old as object), mission: 'unknown' }) };
    expect(when({ contracts: [moved(data, { schemaVersion: 2, upcasters })] })).toEqual([]);
  });
});

describe('a new version for other readers', () => {
  const data = Type.Object({ place: text });
  const narrow = { ...sources, contracts: [moved(undefined, { visibility: 'MEMBER_STATES' })] };
  const second = { schemaVersion: 2, upcasters: { 1: (old: unknown) => old } };

  it.each([
    ['wider', { visibility: 'PUBLIC', visibilityOf: { 1: 'MEMBER_STATES' } }],
    ['narrower', { visibility: 'INTERNAL', visibilityOf: { 1: 'MEMBER_STATES' } }],
    ['the same', { visibility: 'MEMBER_STATES' }],
  ])('%s: breaks nothing where the old one stays what it was', (_, changes) => {
    expect(when({ contracts: [moved(data, { ...second, ...changes })] }, narrow)).toEqual([]);
  });

  it.each([
    [{ visibility: 'PUBLIC' }],
    [{ visibility: 'PUBLIC', visibilityOf: { 1: 'INTERNAL' } }],
    [{ visibility: 'MEMBER_STATES', visibilityOf: { 1: 'PUBLIC' } }],
  ])('that says otherwise of the old one breaks: %j', (changes) => {
    expect(when({ contracts: [moved(data, { ...second, ...changes })] }, narrow)).toEqual([
      expect.stringMatching(/^UnitMoved version 1 is now (PUBLIC|INTERNAL), not MEMBER_STATES: /),
    ]);
  });
});

describe('within a version, subscribers are broken by', () => {
  const { place: _, ...placeless } = fields;

  it.each<[string, Record<string, TSchema>, string[]]>([
    ['a field that is gone', placeless, ['place was removed']],
    [
      'a field under another name',
      { ...placeless, where: text },
      ['place was removed', 'where is new and required, and is absent in events that are there'],
    ],
    [
      'a field that may be absent now',
      { ...fields, place: Type.Optional(text) },
      ['place may now be absent'],
    ],
    [
      'a field that may not be absent any more',
      { ...fields, note: text },
      ['note is now required, and is absent in events that are there'],
    ],
    [
      'a field that may be null now',
      { ...fields, place: Type.Union([text, Type.Null()]) },
      ['place may now be null'],
    ],
    [
      'another type',
      { ...fields, place: Type.Number() },
      ['place changed its type from "string" to "number"'],
    ],
    [
      'a new word in a list',
      { ...fields, mode: Type.Enum(['ROAD', 'AIR', 'SEA']) },
      ['mode may now be "SEA"'],
    ],
    [
      'a word less, for events that are there have it',
      { ...fields, mode: Type.Enum(['ROAD']) },
      ['mode may no longer be "AIR", and was in events that are there'],
    ],
    [
      'any text in place of a list of words',
      { ...fields, mode: text },
      ['mode changed its type from none to "string"', 'mode is no longer one of a list of words'],
    ],
    [
      'another limit',
      { ...fields, place: Type.String({ minLength: 2 }) },
      ['place changed its minLength from none to 2'],
    ],
    [
      'another format',
      { ...fields, place: Type.String({ format: 'date' }) },
      ['place changed its format from none to "date"'],
    ],
    [
      'any of it further down',
      { ...fields, parts: Type.Array(Type.Object({ count: Type.Integer({ minimum: 0 }) })) },
      ['parts[].count changed its minimum from 1 to 0'],
    ],
  ])('%s', (_name, changed, expected) => {
    expect(whenFields(changed)).toEqual(expected.flatMap(of));
  });

  it('a null that is gone', () => {
    const released = {
      ...sources,
      contracts: [moved(Type.Object({ place: Type.Union([text, Type.Null()]) }))],
    };
    expect(when({ contracts: [moved(Type.Object({ place: text }))] }, released)).toEqual(
      of('place may no longer be null, and was in events that are there'),
    );
  });

  it('another number of alternatives', () => {
    const either = (...types: TSchema[]) => moved(Type.Object({ place: Type.Union(types) }));
    const released = { ...sources, contracts: [either(text, Type.Number())] };
    expect(when({ contracts: [either(text, Type.Number(), Type.Boolean())] }, released)).toEqual(
      of('place changed its alternatives from 2 to 3'),
    );
  });
});

describe('whatever the version, subscribers are broken by', () => {
  it('a type that is gone or renamed', () => {
    expect(when({ contracts: [] })).toEqual(['UnitMoved was removed or renamed']);
  });

  it.each(['MEMBER_STATES', 'INTERNAL'] as const)('another visibility: %s', (visibility) => {
    expect(when({ contracts: [moved(undefined, { visibility })] })).toEqual([
      `UnitMoved version 1 is now ${visibility}, not PUBLIC: it would be on other topics; ` +
        'raise its version, and say in visibilityOf what the old one was',
    ]);
  });

  it('another kind of stream', () => {
    expect(when({ contracts: [moved(undefined, { category: 'gap' })] })).toEqual([
      'UnitMoved is now of a gap, not of a pledge: its key would be another',
    ]);
  });

  it('a topic that is gone', () => {
    expect(when({ topics: [] })).toEqual(['topic public.v1 was removed']);
  });

  it.each<[string, ('PUBLIC' | 'MEMBER_STATES')[]]>([
    ['more', ['PUBLIC', 'MEMBER_STATES']],
    ['less', []],
  ])('a topic that carries %s', (_name, carries) => {
    expect(when({ topics: sources.topics.map((topic) => ({ ...topic, carries })) })).toEqual([
      `topic public.v1 carries ${carries.join(', ')}, not PUBLIC`,
    ]);
  });

  it('another number of partitions', () => {
    expect(when({ partitions: 12 })).toEqual([
      'topics have 12 partitions, not 6: keys would move, and lose their order',
    ]);
  });

  it('a header that is gone', () => {
    expect(when({ headers: Type.Object({}) })).toEqual(['header.ce_id was removed']);
  });
});

describe('a new version breaks subscribers', () => {
  const data = Type.Object({ mission: text });

  it('without an upcaster', () => {
    expect(when({ contracts: [moved(data, { schemaVersion: 2 })] })).toEqual([
      'UnitMoved has no upcaster from version 1',
    ]);
  });

  it('with an upcaster that does not make the new shape', () => {
    const upcasters = { 1: () => ({}) };
    expect(when({ contracts: [moved(data, { schemaVersion: 2, upcasters })] })).toEqual([
      expect.stringMatching(/^UnitMoved upcast from version 1 is not valid: the value .*mission/),
    ]);
  });

  it('when one was left out', () => {
    const toMission = () => ({ mission: 'UNMISS' });
    const upcasters = { 1: toMission, 2: toMission };
    expect(when({ contracts: [moved(data, { schemaVersion: 3, upcasters })] })).toEqual([
      'UnitMoved went from version 1 to 3 in one release: one at a time',
      'UnitMoved version 2 was never released: a new type begins with version 1',
    ]);
  });

  it('when it is an older one', () => {
    const released = { ...sources, contracts: [moved(data, { schemaVersion: 2 })] };
    expect(when({ contracts: [moved(data)] }, released)).toEqual(['UnitMoved went back from version 2 to 1']);
  });

  it('when a type that is new begins with it', () => {
    const young = moved(data, { type: 'UnitRested', schemaVersion: 2, upcasters: { 1: () => ({}) } });
    expect(when({ contracts: [moved(), young] })).toEqual([
      'UnitRested version 1 was never released: a new type begins with version 1',
    ]);
  });
});
