/** What comes of a stated start of posts: recorded for others, corrected, split, merged. Accountability page, section 12. */
import { correctedBy, NO_TERMS, type DataOf, type Terms } from '@pledgeline/contracts';
import { missingFrom } from '../announcement/missing-fields.ts';
import { examine } from '../correction/replayed-with.ts';
import { uncorrectable } from '../correction/uncorrectable.ts';
import { jointPledge } from '../merge/joint-pledge.ts';
import { childOfSplit } from '../split/derive.ts';
import { after } from '../testing/a-pledge.ts';
import { streamOf } from '../testing/a-stream.ts';
import { commands } from '../testing/commands.ts';
import { acknowledged } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { registeredToCarryOut } from '../testing/implementation-life.ts';
import { pledgesMerged } from '../testing/merge-life.ts';
import { planners, promiseOfPosts, three } from '../testing/posts-life.ts';
import { termsStated } from '../testing/terms-life.ts';

const { AmendPledge } = commands;
const START = '2026-09-01';
const terms = (said: Partial<Terms>): Terms => ({ ...NO_TERMS, ...said });

const [AT_ONCE, BY_TWO] = [['PledgeAmended', 'ActRecorded'], ['ActProposed']];

it.each([
  ['later', START, '2026-10-01', BY_TWO],
  ['taken back', START, null, BY_TWO],
  ['earlier', START, '2026-08-01', AT_ONCE],
  ['first stated', null, START, AT_ONCE],
])('a start that an officer records as %s: from %s to %s, %j', (_, old, value, types) => {
  const recorded = { body: null, paper: { reference: 'Note verbale 88/2026', date: '2026-01-12' } };
  after([promiseOfPosts(old === null ? null : { postsFrom: old })])
    .when(
      AmendPledge,
      { changes: [{ field: 'terms.postsFrom', old, new: value }] },
      { ...by('DESK', 'RWA'), occurredOn: '2026-01-12', recorded },
    )
    .thenTypes(...types);
});

describe('a correction', () => {
  const blocked = (history: Parameters<typeof streamOf>[0], type: string, field: string, value: unknown) => {
    const life = streamOf(history);
    const event = life.find((one) => one.type === type);
    const old = (event?.data as Readonly<Record<string, unknown>>)[field];
    const found = examine(life, event?.id ?? '', [{ field, old, new: value }], '2026-12-01T09:00:00.000Z');
    return found.findings.blocked.map(({ event: later, code }) => `${later} ${code}`);
  };

  it.each([
    ['possible', { postsFrom: '2026-10-01' }, []],
    ['none', {}, []],
    [
      'after the end',
      { postsFrom: '2031-01-01', validUntil: '2030-01-01' },
      ['PledgeAnnounced PERIOD_INVALID'],
    ],
  ])('of the announcement to a start that is %s', (_, said, expected) =>
    expect(blocked([promiseOfPosts({ postsFrom: START })], 'PledgeAnnounced', 'terms', terms(said))).toEqual(
      expected,
    ),
  );

  it('is held against what was said of the end since', () =>
    expect(
      blocked(
        [promiseOfPosts({ postsFrom: START }), termsStated({ validUntil: '2026-12-31' })],
        'PledgeAnnounced',
        'terms',
        terms({ postsFrom: '2027-01-01' }),
      ),
    ).toEqual(['TermsStated PERIOD_INVALID']));

  it('that was written before posts had a start is not stale for that, and leaves terms that are whole', () => {
    const [announcement] = streamOf([promiseOfPosts({ post: 'Planner' })]);
    const { postsFrom: _, ...old } = terms({ post: 'Planner' });
    const changes = [{ field: 'terms', old, new: { ...old, post: 'Analyst' } }];
    expect(uncorrectable(announcement!, changes, '2026-12-01')).toBeUndefined();
    expect(correctedBy(announcement!, { changes }).data).toMatchObject({ terms: terms({ post: 'Analyst' }) });
    const lacking = [{ field: 'terms', old, new: { post: 'Analyst' } }];
    expect(uncorrectable(announcement!, lacking, '2026-12-01')?.code).toBe('CORRECTION_INVALID');
  });

  it('of the category is held against the start', () =>
    expect(
      blocked(
        [promiseOfPosts(null, { ...planners, capabilityCode: null }), termsStated({ postsFrom: START })],
        'PledgeAnnounced',
        'category',
        'TRAINING',
      ),
    ).toEqual(['TermsStated NO_POSTS']));
});

it('the parts of a split carry the start that holds then', () => {
  const later = termsStated({ postsFrom: START });
  const parent = after([promiseOfPosts(), acknowledged(), registeredToCarryOut(), later]).state();
  const [child] = commands.SplitPledge.data.children;
  const part = { ...child!, level: null, money: null, isRest: false, capabilityCode: 'PLANNERS' };
  expect(childOfSplit(part, parent, 'x')?.terms).toEqual(terms({ postsFrom: START }));
});

it('a merger takes the start of its lead, as it takes the other terms', () => {
  const source = (from: string) =>
    after([promiseOfPosts({ postsFrom: from }), acknowledged(), registeredToCarryOut()]).state();
  const merged = pledgesMerged({ capabilityCode: 'PLANNERS', quantity: three('planners') })
    .data as DataOf<'PledgesMerged'>;
  const joint = jointPledge(merged, [source(START), source('2027-01-01')], 'x', '2025-07-01');
  expect(joint?.terms).toEqual(terms({ postsFrom: START }));
});

it('who states a start has said when', () => {
  const said = {
    memberState: 'RWA',
    ...planners,
    strength: null,
    aircraft: null,
    money: null,
    timeframe: null,
  };
  expect(missingFrom({ ...said, terms: null })).toEqual(['BY_WHEN']);
  expect(missingFrom({ ...said, terms: terms({ postsFrom: START }) })).toEqual([]);
});
