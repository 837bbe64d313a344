/** Accountability page, section 3: terms that were null may be stated later, until closing; else they are amended. */
import fc from 'fast-check';
import { END_STATUSES, NO_TERMS, STATUSES, TERM_NAMES } from '@pledgeline/contracts';
import type { Status, TermName, Terms } from '@pledgeline/contracts';
import { missingNow } from '../announcement/missing-fields.ts';
import { initialPledge } from '../state.ts';
import { childOfSplit } from '../split/derive.ts';
import { after } from '../testing/a-pledge.ts';
import { measured } from '../testing/delivered-life.ts';
import { announced } from '../testing/early-life.ts';
import { by, state } from '../testing/example-command.ts';
import { atLevel2 } from '../testing/later-life.ts';
import { money } from '../testing/money.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';
import { commandFor, outcomeOf, pledgeIn } from '../testing/transitions-page.ts';
import { termsStated } from '../testing/terms-life.ts';
import { termsPromised } from './terms.state.ts';

const { StateTerms, AmendPledge, MeasureTarget } = commands;

/** A value of each term, and another one. */
const VALUES: { readonly [Name in TermName]: readonly [Terms[Name], Terms[Name]] } = {
  mission: ['UNMISS', 'MINUSCA'],
  hostState: ['LBR', 'UGA'],
  post: ['Chief U2', 'Planner'],
  postsFrom: ['2026-09-01', '2027-01-01'],
  tourMonths: [12, 24],
  languages: [['fr'], ['en', 'fr']],
  targetGroup: ['commanders', 'engineers'],
  implementingBody: ['PBF', 'UNOPS'],
  use: ['programmatic activities', 'fuel'],
  validUntil: ['2030-06-30', '2031-06-30'],
  unitType: ['engagement platoon', 'company'],
  partOfUnit: [idOf(300), idOf(301)],
  womenShareTarget: [20, 25.5],
  hospitalLevel: [2, 3],
  accreditedOn: ['2025-03-01', '2025-04-01'],
  arrearsOwed: [1_000_000, 2_000_000],
};

const only = <Name extends TermName>(name: Name, value: Terms[Name]): Terms => ({
  ...NO_TERMS,
  [name]: value,
});
/** Of planners, since only posts have a start. */
const saying = (terms: Partial<Terms> | null) => [
  announced({
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    terms: terms && { ...NO_TERMS, ...terms },
  }),
];

describe.each(TERM_NAMES)('the term %s', (name) => {
  const [value, other] = VALUES[name];

  it.each([
    ['of a promise without terms', null],
    ['of a promise that states another', only(name === 'post' ? 'use' : 'post', 'Planner')],
  ])('is stated %s', (_what, said) => {
    const stated = after(saying(said)).when(StateTerms, { terms: only(name, value) });
    expect(stated.events()).toMatchObject([
      {
        type: 'TermsStated',
        data: { pledgeId: PLEDGE, terms: only(name, value), source: 'Note verbale 2025/90' },
      },
    ]);
    const held = after([...saying(said), termsStated({ [name]: value })]).state();
    expect(termsPromised(held)).toEqual({ ...NO_TERMS, ...said, [name]: value });
    expect(held.announcement?.terms).toEqual(said);
  });

  it.each([
    ['announced', () => saying({ [name]: value })],
    ['stated before', () => [...saying(null), termsStated({ [name]: value })]],
  ])('that was %s is not stated otherwise, but amended; the same again adds nothing', (_what, history) => {
    const rejected = after(history())
      .when(StateTerms, { terms: only(name, other) })
      .thenRejected('TERM_STATED');
    expect(rejected.details).toMatchObject({
      field: `terms.${name}`,
      current: value,
      instead: { command: 'AmendPledge' },
    });
    after(history())
      .when(StateTerms, { terms: only(name, value) })
      .thenNothing();
    const change = { field: `terms.${name}`, old: value, new: other };
    expect(
      after(history())
        .when(AmendPledge, { changes: [change] })
        .events(),
    ).toMatchObject([{ type: 'PledgeAmended', data: { changes: [change] } }]);
  });

  it('is amended with its old value, and taken back', () => {
    const history = [...saying({ [name]: value })];
    const nothing = { field: `terms.${name}`, old: value, new: null };
    const [event] = after(history)
      .when(AmendPledge, { changes: [nothing] })
      .events();
    expect(event).toMatchObject({ data: { changes: [{ ...nothing, new: NO_TERMS[name] }] } });
    const amended = after([...history, event!]).state();
    expect(termsPromised(amended)).toEqual(NO_TERMS);
    expect(amended.announcement?.terms).toMatchObject({ [name]: value });
    after([...history, event!])
      .when(StateTerms, { terms: only(name, other) })
      .thenTypes('TermsStated');
  });

  it('is amended only by who knows its value', () =>
    after(saying({ [name]: value }))
      .when(AmendPledge, { changes: [{ field: `terms.${name}`, old: other, new: null }] })
      .thenRefused('STALE_VALUE'));

  it('is amended only to what it can be', () =>
    after(saying(null))
      .when(AmendPledge, { changes: [{ field: `terms.${name}`, old: null, new: { a: 1 } }] })
      .thenRefused('VALUE_INVALID'));
});

it.each(STATUSES)('terms are stated from the announcement until closing: %s', (status: Status) => {
  const expected = END_STATUSES.includes(status) ? 'WRONG_ORDER' : 'done';
  for (const from of [state, by('DESK')]) {
    expect(outcomeOf(commandFor('StateTerms', from), pledgeIn(status))).toBe(expected);
  }
});

it('terms are stated by the state itself, the desk for it, and by nobody else', () => {
  expect(outcomeOf(commandFor('StateTerms', by('MS', 'KOR')), pledgeIn('REGISTERED'))).toBe('FORBIDDEN');
  for (const role of ['SFGC', 'FGS', 'PD', 'MISSION', 'IMPL', 'EVAL', 'PARTNER', 'ADMIN']) {
    expect(outcomeOf(commandFor('StateTerms', by(role)), pledgeIn('REGISTERED'))).toBe('FORBIDDEN');
  }
});

it.each(TERM_NAMES)('DOS states when it accredited a hospital, and its level: %s', (name) => {
  const terms = only(name, VALUES[name][0]);
  const outcome = outcomeOf(commandFor('StateTerms', by('DOS'), { terms }), pledgeIn('REGISTERED'));
  expect(outcome).toBe(name === 'accreditedOn' || name === 'hospitalLevel' ? 'done' : 'FORBIDDEN');
});

it.each<[string, Partial<Terms>, Parameters<typeof announced>[0]]>([
  ['TERMS_MISSING', {}, {}],
  ['UNKNOWN_STATE', { hostState: 'XXX' }, {}],
  ['PART_OF_ITSELF', { partOfUnit: PLEDGE }, {}],
  ['PERIOD_INVALID', { validUntil: '2025-01-09' }, {}],
  ['DATE_IN_FUTURE', { accreditedOn: '2026-01-17' }, {}],
  ['DATE_TOO_EARLY', { accreditedOn: '1948-05-28' }, {}],
  ['AMOUNT_INVALID', { arrearsOwed: 1.5 }, { money: money(70, 70, { currency: 'JPY' }) }],
])('terms are refused as %s for %j', (code, terms, said) => {
  const history = [announced(said)];
  after(history)
    .when(StateTerms, { terms: { ...NO_TERMS, ...terms } })
    .thenRefused(code);
  const [name, value] = Object.entries(terms)[0] ?? [];
  if (name === undefined) return;
  after(history)
    .when(AmendPledge, { changes: [{ field: `terms.${name}`, old: null, new: value }] })
    .thenRefused(code);
});

it('terms without a source are refused', () =>
  after(saying(null)).when(StateTerms, { source: ' ' }).thenRefused('TEXT_MISSING'));

it('of several terms one that was stated otherwise refuses all', () =>
  after(saying({ mission: 'UNMISS' }))
    .when(StateTerms, { terms: { ...NO_TERMS, mission: 'MINUSCA', post: 'Planner' } })
    .thenRefused('TERM_STATED'));

it('terms stated in any order and any number of parts come to the same', () => {
  const terms = Object.fromEntries(TERM_NAMES.map((name) => [name, VALUES[name][0]])) as Terms;
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...TERM_NAMES], { minLength: TERM_NAMES.length }),
      fc.array(fc.nat(TERM_NAMES.length), { maxLength: 4 }),
      (order, cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), order.length];
        const parts = edges.slice(1).map((to, n) => order.slice(edges[n], to));
        const history = parts
          .filter((part) => part.length > 0)
          .map((part) => termsStated(Object.fromEntries(part.map((name) => [name, terms[name]]))));
        expect(termsPromised(after([...saying(null), ...history]).state())).toEqual(terms);
      },
    ),
  );
});

describe('who reads terms', () => {
  it('a timeframe is no longer missing once a validity was stated', () => {
    const silent = announced({ timeframe: null, terms: null });
    expect(missingNow(after([silent]).state())).toContain('BY_WHEN');
    expect(missingNow(after([silent, termsStated({ validUntil: '2030-06-30' })]).state())).not.toContain(
      'BY_WHEN',
    );
  });

  it('a share of women is measured against the target that was stated', () => {
    const history = [...atLevel2, termsStated({ womenShareTarget: 20 })];
    const [event] = after(history).when(MeasureTarget, { target: null }).events();
    expect(event?.data).toMatchObject({ target: 20 });
    expect(measured().data).toMatchObject({ indicator: 'WOMEN_IN_UNIT' });
  });

  it('the parts of a split carry the terms that hold then', () => {
    const parent = after([...atLevel2, termsStated({ mission: 'UNMISS' })]).state();
    const [child] = commands.SplitPledge.data.children;
    const part = { ...child!, level: 'L1' as const, money: null, isRest: false, capabilityCode: 'INF-BN' };
    expect(childOfSplit(part, parent, 'x')?.terms).toMatchObject({ mission: 'UNMISS' });
  });

  it('a pledge that was never announced has none', () => expect(termsPromised(initialPledge)).toBeNull());
});
