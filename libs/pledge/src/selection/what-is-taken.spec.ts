/** Gap and pledge in different measures: accountability page, section 11. Long because each measure meets each other one. */
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { amended } from '../testing/amended-life.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { matched } from '../testing/later-life.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { pcrs2019, pcrs2026 } from '../rule-set.ts';
import { leftSideBySide, leftToMatch } from './what-is-taken.ts';

const { MatchPledge, ReleaseMatch } = commands;
const NOW = { now: '2026-11-29T12:00:00.000Z' };

const of = (number: number | null, unit: string | null, max = number): Quantity => ({
  min: number,
  max,
  unit,
  asStated: null,
});
const persons = (number: number | null, max = number) => of(number, 'persons', max);

type Offer = Partial<Record<'quantity' | 'strength' | 'aircraft', Quantity | null>>;

const pledgeOf = (capabilityCode: string, offer: Offer): PledgeEvent[] => {
  const said = { capabilityCode, quantity: null, strength: null, aircraft: null, ...offer };
  return [announced(said), acknowledged(), ...documents, registered({ ...said, validUntil: '2027-06-01' })];
};

const asking = (
  quantity: number,
  unit: string | null,
  code: string,
  personsPerUnit: number | null = null,
) => ({
  quantity,
  unit,
  personsPerUnit,
  acceptedCodes: [code],
});

const match = (code: string, offer: Offer, quantity: number, unit: string, answer: number | null = null) =>
  after(pledgeOf(code, offer)).when(MatchPledge, asking(quantity, unit, code, answer), NOW);

const after1 = (code: string, offer: Offer, quantity: number, unit: string, answer: number | null = null) => {
  const [event] = match(code, offer, quantity, unit, answer).events() as PledgeEvent[];
  const pledge = after([...pledgeOf(code, offer), event!]).state();
  return { data: event!.data, left: leftSideBySide(pledge, pcrs2026), whole: leftToMatch(pledge, pcrs2026) };
};

describe('a match in the measure of the gap takes the like share of the pledge', () => {
  it.each<[string, string, Offer, number, string, object]>([
    [
      '1 FPU of 140 persons by the usual strength',
      'FPU',
      { quantity: of(140, 'persons') },
      1,
      'unit',
      {
        takes: 140,
        units: 1,
        persons: 140,
        fit: 'FULL',
        personsPerUnit: 140,
        personsPerUnitFrom: 'TAXONOMY',
      },
    ],
    [
      '850 persons of 1 battalion of 850',
      'INF-BN',
      { quantity: of(1, 'battalion'), strength: persons(850) },
      850,
      'persons',
      { takes: 1, units: 1, persons: 850, fit: 'FULL', personsPerUnit: 850, personsPerUnitFrom: 'PLEDGE' },
    ],
    [
      '"battalion of 850", in the words of the unit',
      'INF-BN',
      { quantity: of(1, 'battalion of 850') },
      850,
      'troops',
      { takes: 1, units: 1, persons: 850, fit: 'FULL' },
    ],
    [
      'two battalions "of 850", of which one is asked in persons',
      'INF-BN',
      { quantity: of(2, 'battalions of 850') },
      850,
      'persons',
      { takes: 1, units: 1, persons: 850, fit: 'PARTIAL' },
    ],
    [
      '2 of 3 units in units',
      'INF-BN',
      { quantity: of(3, 'units') },
      2,
      'unit',
      { takes: 2, units: 2, persons: null, fit: 'PARTIAL', personsPerUnit: null },
    ],
    [
      'own figures before the usual strength',
      'FPU',
      { quantity: of(1, 'unit'), strength: persons(160) },
      160,
      'persons',
      { takes: 1, units: 1, persons: 160, personsPerUnit: 160, personsPerUnitFrom: 'PLEDGE' },
    ],
    [
      'part of a unit, which is no whole one',
      'INF-BN',
      { quantity: of(2, 'units'), strength: persons(1700) },
      425,
      'persons',
      { takes: 0.5, units: 0, persons: 425, fit: 'PARTIAL' },
    ],
    [
      '40 of an FPU that is offered as persons',
      'FPU',
      { quantity: of(140, 'police officers') },
      40,
      'persons',
      { takes: 40, units: 0, persons: 40, fit: 'PARTIAL' },
    ],
    [
      'all of 899 persons in 7 units, and not a hair more',
      'INF-BN',
      { quantity: of(7, 'units'), strength: persons(899) },
      899,
      'persons',
      { takes: 7, units: 7, persons: 899, fit: 'FULL' },
    ],
    [
      '1 unit of 3 aircraft',
      'HEL-UTL',
      { quantity: of(1, 'unit'), aircraft: of(3, 'aircraft') },
      1,
      'unit',
      { takes: 1, units: 1, aircraft: 3, fit: 'FULL' },
    ],
    [
      '1 of 3 aircraft of a unit',
      'HEL-UTL',
      { quantity: of(1, 'unit of 3 aircraft') },
      3,
      'helicopters',
      { takes: 1, units: 1, aircraft: 3, fit: 'FULL' },
    ],
    [
      'aircraft that are counted, as units one by one',
      'FW-TRANSPORT',
      { quantity: of(2, 'aircraft') },
      1,
      'unit',
      { takes: 1, units: 1, aircraft: 1, persons: 60, fit: 'PARTIAL' },
    ],
    [
      'a number without a word is one of units',
      'FPU',
      { quantity: of(2, null) },
      140,
      'persons',
      { takes: 1, units: 1, persons: 140, fit: 'PARTIAL' },
    ],
    [
      'a strength where no number of units was stated',
      'FPU',
      { strength: persons(280) },
      1,
      'unit',
      { takes: 140, units: 1, persons: 140, fit: 'PARTIAL' },
    ],
    [
      'nothing stated is one unit',
      'FPU',
      {},
      140,
      'persons',
      { takes: 1, units: 1, persons: 140, fit: 'FULL' },
    ],
    [
      'up to 3 units, to the upper end',
      'FPU',
      { quantity: of(2, 'units', 3) },
      420,
      'persons',
      { takes: 3, units: 3, fit: 'FULL' },
    ],
  ])('%s', (_name, code, offer, quantity, unit, expected) =>
    expect(after1(code, offer, quantity, unit).data).toMatchObject({ quantity, unit, ...expected }),
  );

  it('and leaves the rest side by side', () => {
    const battalion = { quantity: of(1, 'battalion'), strength: persons(850) };
    expect(after1('INF-BN', battalion, 400, 'persons')).toMatchObject({
      left: { units: 0, persons: 450 },
      whole: 0,
    });
    expect(after1('INF-BN', battalion, 850, 'persons').left).toEqual({
      units: 0,
      persons: 0,
      aircraft: null,
    });
    expect(after1('FPU', { quantity: persons(300) }, 1, 'unit')).toMatchObject({
      left: { units: 1, persons: 160 },
      whole: 160,
    });
  });
});

describe('how many persons a unit is', () => {
  const two = { quantity: of(2, 'units') };

  it.each<[string, string, Offer, number, string, object]>([
    ['a usual strength that is a range', 'INF-BN', two, 850, 'persons', { min: 800, max: 850 }],
    [
      'persons against units of a range',
      'ENG-COY',
      { quantity: persons(300) },
      1,
      'unit',
      { min: 184, max: 319 },
    ],
    ['a blank', 'RECON-COY', two, 100, 'persons', { min: null, max: null }],
    [
      'an own figure that is a range',
      'FPU',
      { ...two, strength: persons(240, 280) },
      140,
      'persons',
      { min: 120, max: 140 },
    ],
    [
      'an own figure without an end',
      'FPU',
      { ...two, strength: persons(240, null) },
      140,
      'persons',
      { min: 120, max: null },
    ],
  ])('is unclear by %s, and asked', (_name, code, offer, quantity, unit, range) => {
    const rejected = match(code, offer, quantity, unit).thenRejected('MEASURE_UNCLEAR');
    expect([rejected.kind, rejected.details]).toEqual(['invalid', { field: 'personsPerUnit', ...range }]);
  });

  it('is answered in the match and kept there', () => {
    expect(after1('RECON-COY', two, 120, 'persons', 120).data).toMatchObject({
      ...{ takes: 1, units: 1, persons: 120, personsPerUnit: 120, personsPerUnitFrom: 'MATCH' },
    });
    expect(after1('ENG-COY', { quantity: persons(300) }, 1, 'unit', 250).data).toMatchObject({
      ...{ takes: 250, units: 1, persons: 250, personsPerUnitFrom: 'MATCH' },
    });
  });

  it('is answered within what the pledge says of itself', () => {
    const offer = { ...two, strength: persons(240, 280) };
    expect(after1('FPU', offer, 130, 'persons', 130).data).toMatchObject({ takes: 1 });
    const rejected = match('FPU', offer, 150, 'persons', 150).thenRejected('STRENGTH_OUT_OF_RANGE');
    expect(rejected.details).toEqual({ field: 'personsPerUnit', min: 120, max: 140 });
    match('FPU', { ...two, strength: persons(280) }, 1, 'unit', 139).thenRejected('STRENGTH_OUT_OF_RANGE');
  });

  it('is not asked where nothing has to be converted', () => {
    match('RECON-COY', two, 2, 'units').thenTypes('PledgeMatched');
    match('RECON-COY', { quantity: persons(90) }, 90, 'persons').thenTypes('PledgeMatched');
  });

  it('is what an officer says before what is usual', () =>
    expect(after1('FPU', two, 160, 'persons', 160).data).toMatchObject({
      takes: 1,
      personsPerUnitFrom: 'MATCH',
    }));
});

describe('no more than is left', () => {
  it.each<[string, string, Offer, number, string, number]>([
    ['units of a pledge of persons', 'FPU', { quantity: persons(279) }, 2, 'unit', 1],
    ['persons of a pledge of units', 'FPU', { quantity: of(2, 'units') }, 281, 'persons', 280],
    ['a unit of fewer persons than one', 'FPU', { quantity: persons(100) }, 1, 'unit', 0],
    [
      'aircraft of a unit',
      'HEL-UTL',
      { quantity: of(2, 'units'), aircraft: of(7, 'aircraft') },
      8,
      'aircraft',
      7,
    ],
  ])('is refused: %s', (_name, code, offer, quantity, unit, left) => {
    const rejected = match(code, offer, quantity, unit).thenRejected('NOT_ENOUGH_LEFT');
    expect(rejected.details).toEqual({ field: 'quantity', left });
  });

  it('a whole unit when some of its persons are taken', () => {
    const history = [
      ...pledgeOf('FPU', { quantity: of(1, 'unit') }),
      matched({ quantity: 40, unit: 'persons', takes: 40 / 140, persons: 40, units: 0 }),
    ];
    after(history)
      .when(MatchPledge, asking(1, 'unit', 'FPU'), NOW)
      .thenRejected('NOT_ENOUGH_LEFT');
    after(history)
      .when(MatchPledge, asking(100, 'persons', 'FPU'), NOW)
      .thenTypes('PledgeMatched');
  });

  it('nothing of a pledge that is used up in the other measure', () => {
    const history = pledgeOf('INF-BN', { quantity: of(1, 'unit'), strength: persons(850) });
    const used = [...history, matched({ quantity: 1, takes: 1, units: 1, persons: 850 })];
    const rejected = after(used)
      .when(MatchPledge, asking(1, 'persons', 'INF-BN'), NOW)
      .thenRejected('NOT_ENOUGH_LEFT');
    expect(rejected.details).toEqual({ field: 'quantity', left: 0 });
  });
});

it('a release gives back exactly what was taken', () => {
  const history = pledgeOf('INF-BN', { quantity: of(3, 'units'), strength: persons(1000) });
  const first = { ...matched().data, quantity: 334, unit: 'persons', takes: (334 * 3) / 1000 };
  const full = [...history, matched(first as never)];
  expect(leftSideBySide(after(full).state(), pcrs2026)).toMatchObject({ units: 1, persons: 666 });
  const [released] = after(full).when(ReleaseMatch, {}, NOW).events() as PledgeEvent[];
  expect(leftSideBySide(after([...full, released!]).state(), pcrs2026)).toEqual(
    leftSideBySide(after(history).state(), pcrs2026),
  );
});

describe('what was decided before measures were compared', () => {
  it('keeps its number of the pledge, whatever the gap counts', () => {
    const history = [...pledgeOf('FPU', { quantity: persons(140) }), matched()];
    expect(leftToMatch(after(history).state(), pcrs2026)).toBe(139);
    const old = after(pledgeOf('FPU', { quantity: persons(140) })).when(
      MatchPledge,
      asking(1, 'unit', 'FPU'),
      { now: '2026-02-01T09:00:00.000Z' },
    );
    expect(old.events()[0]).toMatchObject({ data: { takes: null, fit: 'PARTIAL' }, ruleSet: pcrs2019.name });
  });

  it('a gap of an older log, which does not say what it counts, counts what the pledge counts', () =>
    expect(
      after(pledgeOf('FPU', { quantity: persons(140) }))
        .when(MatchPledge, asking(140, null, 'FPU'), NOW)
        .events()[0]?.data,
    ).toMatchObject({ takes: null, fit: 'FULL' }));
});

describe('amending what is matched in persons', () => {
  const history = [
    ...pledgeOf('INF-BN', { quantity: of(2, 'units'), strength: persons(1700) }),
    matched({ quantity: 1000, unit: 'persons', takes: 1000 / 850, persons: 1000, units: 1 }),
  ];
  const amend = (changes: object[], reference: string | null = null) =>
    after(history).when(
      commands.AmendPledge,
      { changes: changes as never, consentReference: reference },
      { ...by('MS', 'RWA'), ...NOW },
    );

  it('below the match needs consent', () => {
    const lower = [{ field: 'strength', old: persons(1700), new: persons(999) }];
    amend(lower).thenRejected('CONSENT_MISSING');
    amend(lower, 'FGS/1').thenTypes('PledgeAmended');
    amend([{ field: 'strength', old: persons(1700), new: persons(1000) }]).thenTypes('PledgeAmended');
  });

  it('leaves nothing below nothing', () => {
    const lowered = amended({
      changes: [{ field: 'quantity', old: of(2, 'units'), new: of(1, 'unit') }],
    });
    const pledge = after([...history, lowered]).state();
    expect(leftSideBySide(pledge, pcrs2026)).toMatchObject({ units: 0, persons: 0 });
  });
});
