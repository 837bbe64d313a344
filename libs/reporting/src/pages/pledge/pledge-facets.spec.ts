/** How many pledges each value of a facet would find, held against a register that can be counted by hand. */
import type { Caller, PledgeFacet } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { acknowledge, announce, attainL2, register, withdraw } from '../../testing/a-pledge.ts';
import { registerConference } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { pledgesMatching, type PledgesQuestion } from './pledges-matching.ts';

afterEach(closeAll);

/** Two battalions of Bangladesh, one of them at Level 2 with a caveat; a hospital of Norway and Rwanda; money of Canada, taken back. */
const told = () => {
  const log = aLog();
  registerConference(log, '2021-seoul');
  announce(log, 'first', { conference: '2021-seoul', timeframe: '2027' });
  announce(log, 'second', { conference: '2021-seoul' });
  acknowledge(log, 'second', '2026-01-05');
  register(log, 'second', '2026-01-20');
  attainL2(log, 'second', '2026-02-01');
  const caveat = { caveatId: id('caveat'), text: 't', kind: 'TIME', blocking: true } as const;
  log.add('second', 'CaveatDeclared', { pledgeId: id('second'), ...caveat });
  announce(log, 'hospital', { memberState: 'NOR', capabilityCode: 'HOSP-L2', category: 'ENABLER' });
  const joint = { kind: 'JOINT_DEPLOYMENT', lead: 'NOR', handoverTo: null, handoverOn: null } as const;
  log.add('hospital', 'PartnershipDeclared', { pledgeId: id('hospital'), ...joint });
  log.add('hospital', 'PartnerJoined', {
    ...{ pledgeId: id('hospital'), state: 'RWA', body: null, role: 'UNIT', part: null, share: null },
    ...{ from: '2026-01-01', to: null, leadConsentReference: 'NV/1', confirmation: 'MERGED' },
  });
  announce(log, 'money', { memberState: 'CAN', capabilityCode: null, category: 'FINANCE' });
  withdraw(log, 'money', '2026-02-01');
  return log;
};

const counted = async (
  facet: PledgeFacet,
  filters: PledgesQuestion = {},
  caller: Caller = desk,
): Promise<string> => {
  const context = await contextOf(told().events, caller);
  const { facets } = await pledgesMatching(context, { ...filters, facet: [facet], limit: 1 }, caller);
  expect(facets.map((one) => one.facet)).toEqual([facet]);
  return (facets[0]?.values ?? []).map(({ value, count }) => `${value} ${count}`).join(', ');
};

it.each<[PledgeFacet, PledgesQuestion, string]>([
  ['conference', {}, '2021-seoul 2, none 2'],
  ['memberState', {}, 'BGD 2, CAN 1, NOR 1, RWA 1'],
  ['category', {}, 'UNIT 2, ENABLER 1, FINANCE 1'],
  ['capabilityCode', {}, 'INF-BN 2, HOSP-L2 1'],
  ['track', {}, 'CAPABILITY 1'],
  ['status', {}, 'ANNOUNCED 2, REGISTERED 1, WITHDRAWN 1'],
  ['level', {}, 'L2 1'],
  ['missing', {}, 'WHAT 1, HOW_MANY 4, BY_WHEN 3'],
  ['caveat', {}, 'none 3, TIME 1'],
  // Its own filter is left out, the others are not.
  ['status', { status: 'WITHDRAWN' }, 'ANNOUNCED 2, REGISTERED 1, WITHDRAWN 1'],
  ['status', { memberState: 'BGD' }, 'ANNOUNCED 1, REGISTERED 1'],
  ['status', { memberState: ['Rwanda', 'CAN'], status: 'READY' }, 'ANNOUNCED 1, WITHDRAWN 1'],
  ['memberState', { memberState: 'BGD', status: 'ANNOUNCED' }, 'BGD 1, NOR 1, RWA 1'],
  ['level', { level: 'L3', status: 'ANNOUNCED' }, ''],
  ['category', { q: 'hospital' }, 'ENABLER 1'],
  ['category', { reference: ['none/BGD/INF-BN-money', 'none/BGD/INF-BN-first'] }, 'UNIT 1, FINANCE 1'],
  ['capabilityCode', { category: 'UNIT', capabilityCode: 'HOSP-L2' }, 'INF-BN 2'],
  ['caveat', { caveat: 'TIME', conference: 'none' }, 'none 2'],
])('%s under %j is %s', async (facet, filters, expected) => {
  expect(await counted(facet, filters)).toBe(expected);
});

it('names what it counts', async () => {
  const asked: PledgeFacet[] = ['status', 'conference', 'memberState', 'category'];
  const { facets } = await pledgesMatching(await contextOf(told().events), { facet: asked }, desk);
  const names = facets.map(({ facet, values }) => [facet, ...values.map(({ name }) => name)]);
  expect(names).toEqual([
    ['conference', expect.any(String), 'outside any conference'],
    ['memberState', 'Bangladesh', 'Canada', 'Norway', 'Rwanda'],
    ['category', 'Units', 'Enablers', 'Finance'],
    ['status', 'Announced', 'Registered', 'Withdrawn'],
  ]);
});

describe('who may ask', () => {
  it.each<[PledgeFacet, Caller]>([
    ['level', reader],
    ['caveat', reader],
    ['caveat', focalPointOf('BGD')],
  ])('%s is refused to %j', async (facet, caller) => {
    await expect(counted(facet, {}, caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('level is for states', async () => {
    expect(await counted('level', {}, focalPointOf('NOR'))).toBe('L2 1');
  });

  it('what a state asks about its own by what others do not read is not counted for others', async () => {
    const asked = { due: '2099-12-31', memberState: 'BGD' };
    const own = focalPointOf('BGD');
    expect(await counted('status', asked, own)).toBe('ANNOUNCED 1, REGISTERED 1');
    await expect(counted('memberState', asked, own)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('a page goes on whatever is counted beside it', async () => {
  const context = await contextOf(told().events);
  const { next } = await pledgesMatching(context, { facet: ['status'], limit: 3 }, desk);
  const { items, facets } = await pledgesMatching(context, { limit: 3, cursor: next ?? '' }, desk);
  expect([items.length, facets]).toEqual([1, []]);
});
