/** Accountability page, section 12: a post has a start. Where it may be stated, and which days it can be. */
import fc from 'fast-check';
import { addDays, NO_TERMS, type Terms } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import { exampleEvent, PLEDGE } from '../testing/named-events.ts';
import { planners, promiseOfPosts, three } from '../testing/posts-life.ts';

const { AmendPledge, AnnouncePledge, StateTerms } = commands;
const START = '2026-09-01';
const terms = (said: Partial<Terms>): Terms => ({ ...NO_TERMS, ...said });
const restated = (field: string, old: unknown, value: unknown) => ({ field, old, new: value });

const isInOrder = ({ postsFrom, validUntil }: Pick<Terms, 'postsFrom' | 'validUntil'>): boolean =>
  postsFrom === null || validUntil === null || postsFrom <= validUntil;

describe.each<[string, object, boolean]>([
  ['planners', planners, true],
  ['police officers', { ...planners, capabilityCode: 'IPO', quantity: three('officers') }, true],
  ['experts without a number', { ...planners, quantity: null }, true],
  ['experts without a code', { ...planners, capabilityCode: null }, true],
  [
    'posts that money buys',
    { category: 'FINANCE', capabilityCode: 'FIN-RCO', quantity: three('posts') },
    true,
  ],
  ['money', { category: 'FINANCE', capabilityCode: 'FIN-PBF', quantity: null }, false],
  ['hours', { category: 'FINANCE', capabilityCode: 'FIN-AVIATION', quantity: three('hours') }, false],
  ['trainees', { category: 'TRAINING', capabilityCode: 'TRG-COURSE', quantity: three('trainees') }, false],
  ['a political act', { category: 'POLITICAL', capabilityCode: 'POL-HOST', quantity: null }, false],
  ['a unit', { category: 'UNIT', capabilityCode: 'INF-BN', quantity: three('units') }, false],
  ['a unit that counts posts', { category: 'UNIT', capabilityCode: 'FPU', quantity: three('posts') }, false],
  ['an enabler', { category: 'ENABLER', capabilityCode: null, quantity: null }, false],
])('of %s', (_, of, isTaken) => {
  const refusal = { field: 'terms.postsFrom', allowed: ['EXPERTISE'] };

  it('a start is announced, or refused by its name', () => {
    const said = after([]).when(AnnouncePledge, { ...of, terms: terms({ postsFrom: START }) });
    if (isTaken) expect(said.events()).toMatchObject([{ data: { terms: { postsFrom: START } } }]);
    else expect(said.thenRejected('NO_POSTS').details).toMatchObject(refusal);
    after([])
      .when(AnnouncePledge, { ...of, terms: terms({ tourMonths: 12 }) })
      .thenTypes('PledgeAnnounced');
  });

  it('a start is stated later, or refused by its name', () => {
    const said = after([promiseOfPosts(null, of)]).when(StateTerms, { terms: terms({ postsFrom: START }) });
    if (isTaken) said.thenTypes('TermsStated');
    else expect(said.thenRejected('NO_POSTS').details).toMatchObject(refusal);
  });

  it('a start is amended, or refused by its name', () => {
    const said = after([promiseOfPosts(null, of)]).when(AmendPledge, {
      changes: [restated('terms.postsFrom', null, START)],
    });
    if (isTaken) said.thenTypes('PledgeAmended');
    else expect(said.thenRejected('NO_POSTS').details).toMatchObject(refusal);
  });
});

describe.each<[string, Partial<Terms>, string | undefined]>([
  ['long past', { postsFrom: '1999-01-01' }, undefined],
  ['before the announcement', { postsFrom: '2025-01-09' }, undefined],
  ['ahead', { postsFrom: '2031-01-01' }, undefined],
  ['of the first operation', { postsFrom: '1948-05-29' }, undefined],
  ['before the first operation', { postsFrom: '1948-05-28' }, 'DATE_TOO_EARLY'],
  ['the day before the stated end', { postsFrom: '2030-06-29', validUntil: '2030-06-30' }, undefined],
  ['the stated end', { postsFrom: '2030-06-30', validUntil: '2030-06-30' }, undefined],
  ['the day after the stated end', { postsFrom: '2030-07-01', validUntil: '2030-06-30' }, 'PERIOD_INVALID'],
])('a start %s', (_, said, code) => {
  const { postsFrom = null, validUntil = null } = said;
  const end = validUntil === null ? [] : [{ validUntil }];

  it('is announced, stated, or amended by one rule', () => {
    const doors = [
      after([]).when(AnnouncePledge, { ...planners, lateEntry: true, terms: terms(said) }),
      after([promiseOfPosts()]).when(StateTerms, { terms: terms(said) }),
      ...end.map((one) => after([promiseOfPosts(one)]).when(StateTerms, { terms: terms({ postsFrom }) })),
      ...end.map((one) => after([promiseOfPosts({ postsFrom })]).when(StateTerms, { terms: terms(one) })),
      after([promiseOfPosts({ validUntil })]).when(AmendPledge, {
        changes: [restated('terms.postsFrom', null, postsFrom)],
      }),
      ...end.map((one) =>
        after([promiseOfPosts({ postsFrom })]).when(AmendPledge, {
          changes: [restated('terms.validUntil', null, one.validUntil)],
        }),
      ),
    ];
    for (const door of doors) {
      if (code === undefined) expect(door.events()).toHaveLength(1);
      else expect(door.thenRejected(code).details).toMatchObject({ field: 'terms.postsFrom' });
    }
  });
});

it('a start and an end move together, in either order', () => {
  const history = [promiseOfPosts({ postsFrom: '2026-01-01', validUntil: '2026-12-31' })];
  const changes = [
    restated('terms.postsFrom', '2026-01-01', '2027-01-01'),
    restated('terms.validUntil', '2026-12-31', '2027-12-31'),
  ];
  for (const order of [changes, changes.toReversed()])
    after(history).when(AmendPledge, { changes: order }).thenTypes('PledgeAmended');
  after(history)
    .when(AmendPledge, { changes: changes.slice(0, 1) })
    .thenRefused('PERIOD_INVALID');
});

it('a start or an end is amended just where the start is then not after the end', () => {
  const day = fc.option(fc.nat(400).map((days) => addDays('2026-02-01', days)));
  fc.assert(
    fc.property(day, day, fc.constantFrom('postsFrom', 'validUntil'), day, (start, end, name, value) => {
      const before = { postsFrom: start, validUntil: end };
      const amended = { ...before, [name]: value };
      fc.pre(isInOrder(before) && before[name] !== value);
      const door = after([promiseOfPosts(before)]).when(AmendPledge, {
        changes: [restated(`terms.${name}`, before[name], value)],
      });
      if (isInOrder(amended)) door.thenTypes('PledgeAmended');
      else door.thenRefused('PERIOD_INVALID');
    }),
  );
});

describe('a promise that loses its posts', () => {
  const posts = { category: 'FINANCE', capabilityCode: 'FIN-RCO', quantity: three('posts') };
  const inHours = restated('quantity', three('posts'), three('hours'));

  it('by an amendment says so of its start as well', () => {
    after([promiseOfPosts({ postsFrom: START }, posts)])
      .when(AmendPledge, { changes: [inHours] })
      .thenRefused('NO_POSTS');
    after([promiseOfPosts({ postsFrom: START }, posts)])
      .when(AmendPledge, { changes: [inHours, restated('terms.postsFrom', START, null)] })
      .thenTypes('PledgeAmended');
  });

  it('by a reclassification keeps its start, which bars no other change', () => {
    const reclassified = exampleEvent('PledgeReclassified', '2026-01-09', {
      pledgeId: PLEDGE,
      oldCapabilityCode: 'PLANNERS',
      capabilityCode: 'TRG-COURSE',
      track: 'IMPLEMENTATION',
      reason: 'It is a course',
      level: null,
      validUntil: null,
    })();
    const history = [promiseOfPosts({ postsFrom: START }), reclassified];
    const change = (field: string, old: unknown, value: unknown) =>
      after(history).when(AmendPledge, { changes: [restated(field, old, value)] });
    change('timeframe', 'within a year', 'in two years').thenTypes('PledgeAmended');
    change('terms.postsFrom', START, null).thenTypes('PledgeAmended');
    change('terms.postsFrom', START, '2027-01-01').thenRefused('NO_POSTS');
  });
});
