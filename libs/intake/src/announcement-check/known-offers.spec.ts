/** Long because likeness and equality are held against the same offers. */
import { announcedPledgeId, catalogue, ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import { project } from '@pledgeline/event-sourcing';
import type { Groups, GroupStatus } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { offerProjections } from './announced-offers.projection.ts';
import { offersIn } from './known-offers.ts';
import type { KnownOffers } from './known-offers.ts';
import { id } from '../testing/a-request.ts';
import { openViews } from '../testing/log-and-views.ts';

const offer = {
  memberState: 'KOR',
  conference: '2021-seoul',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: { min: 1, max: 1, unit: 'unit', asStated: '1' },
  money: null,
};
const inEuros = {
  amountMin: 1,
  amountMax: 1,
  currency: 'EUR',
  currencyAssumed: false,
  per: null,
  funding: null,
  asStated: null,
};
const pledgeId = id(1);

/** What an announcement of it says besides. */
const said = {
  ...ANNOUNCEMENT_DEFAULTS,
  ...ORDINARY_ENTRY,
  reference: 'R',
  memberStateAsStated: 'Korea',
  description: 'A battalion',
  timeframe: null,
  partners: [],
  announcedOn: null,
  source: 'Press',
  duplicateChecked: false,
};

interface Happened {
  readonly type: string;
  readonly data: object;
  readonly occurredOn?: string | null;
}

/** What is known after these events of one pledge. */
const knowing = async (...events: readonly Happened[]) => {
  const { known, fill } = await filling(events);
  await fill();
  return known;
};

/** What is known before and after the read model has these events. @param groups of the process. */
const filling = async (events: readonly Happened[], groups: Groups = () => []) => {
  const views = await openViews();
  await views.define(offerProjections);
  const batch = events.map((event, n) => ({
    ...recorded(event, n, `pledge-${pledgeId}`),
    id: n === 0 ? id(50) : id(500 + n),
    schemaVersion: catalogue.describe(event.type).schemaVersion,
  }));
  const history = () => Promise.resolve(catalogue.corrected(batch));
  const projector = project(views, offerProjections, catalogue, history);
  return {
    known: offersIn(views, projector, groups, 'intake-offers'),
    fill: () => projector.handle(batch),
  };
};

const announced = (changes: object = {}): Happened => ({
  type: 'PledgeAnnounced',
  data: { pledgeId, ...offer, ...said, ...changes },
});

/** Finds the same offer after these events of one pledge. */
const after = async (changes: object, ...types: readonly string[]) => {
  const known = await knowing(announced(changes), ...types.map((type) => ({ type, data: { pledgeId } })));
  return Object.assign(known.sameAs, known);
};

it('an open pledge of the same offer is found, however the figure was worded', async () => {
  const find = await after({});
  expect(await find(offer, id(2))).toBe(pledgeId);
  const worded = { ...offer, quantity: { min: 1, max: 1, unit: 'battalion', asStated: 'one' } };
  expect(await find(worded, id(2))).toBe(pledgeId);
});

it('a pledge is no double of itself', async () => {
  expect(await (await after({}))(offer, pledgeId)).toBeNull();
});

it.each([
  ['state', { memberState: 'JPN' }],
  ['conference', { conference: '2019-new-york' }],
  ['capability', { capabilityCode: 'FPU' }],
  ['quantity', { quantity: { min: 2, max: 2, unit: 'unit', asStated: '2' } }],
  ['missing quantity', { quantity: null }],
  ['unit', { quantity: { min: 1, max: 1, unit: 'aircraft', asStated: '1' } }],
])('another %s makes another offer', async (_, changes) => {
  expect(await (await after({}))({ ...offer, ...changes }, id(2))).toBeNull();
});

it('the same amount of another currency is another offer', async () => {
  const find = await after({ money: { ...inEuros, currency: 'USD' } });
  expect(await find({ ...offer, money: inEuros }, id(2))).toBeNull();
  expect(await find({ ...offer, money: { ...inEuros, currency: 'USD' } }, id(2))).toBe(pledgeId);
});

it('two offers without a figure are the same', async () => {
  const find = await after({ quantity: null });
  expect(await find({ ...offer, quantity: null }, id(2))).toBe(pledgeId);
});

it.each([{ conference: null }, { capabilityCode: null }])(
  'without it nothing is the same: %o',
  async (lacking) => {
    expect(await (await after(lacking))({ ...offer, ...lacking }, id(2))).toBeNull();
  },
);

it.each([
  'RegistrationDeclined',
  'PledgeWithdrawn',
  'PledgeSplit',
  'PledgesMerged',
  'PledgeMergedInto',
  'PledgeSuperseded',
  'PledgeLapsed',
  'PledgeFulfilled',
  'PledgePartiallyFulfilled',
])('after %s the offer may be made anew', async (type) => {
  expect(await (await after({}, type))(offer, id(2))).toBeNull();
});

it('a revived pledge is open again', async () => {
  const find = await after({}, 'PledgeLapsed', 'PledgeRenewed');
  expect(await find(offer, id(2))).toBe(pledgeId);
});

describe('offers worth a look', () => {
  const dated = { ...offer, announcedOn: null };

  it.each([
    ['the same offer', {}, 'SAME'],
    ['another figure', { quantity: null }, 'NEAR'],
    ['another conference', { conference: '2019-new-york' }, 'NEAR'],
  ])('%s is alike', async (_, changes, kind) => {
    const { alike } = await after({ reference: 'R', description: 'A battalion' });
    expect(await alike({ ...dated, ...changes })).toEqual({
      alike: [
        {
          kind,
          pledgeId,
          reference: 'R',
          conference: '2021-seoul',
          description: 'A battalion',
          standing: 'OPEN',
        },
      ],
      alikeInAll: 1,
    });
  });

  it('a lapsed offer is near: it could be renewed instead', async () => {
    const { alike } = await after({}, 'PledgeLapsed');
    expect(await alike(dated)).toMatchObject({ alike: [{ kind: 'NEAR', standing: 'LAPSED' }] });
  });

  it.each([{ memberState: 'JPN' }, { capabilityCode: 'FPU' }])('%j is another offer', async (changes) => {
    const { alike } = await after({});
    expect(await alike({ ...dated, ...changes })).toEqual({ alike: [], alikeInAll: 0 });
  });

  it('what was withdrawn is not offered any more', async () => {
    const { alike } = await after({}, 'PledgeWithdrawn');
    expect(await alike(dated)).toEqual({ alike: [], alikeInAll: 0 });
  });

  it('of many the same come first, then the nearest by the day, and all are counted', async () => {
    const views = await openViews();
    await views.define(offerProjections);
    const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
    const batch = Array.from({ length: 20 }, (_, n) => {
      const [own, same] = [id(100 + n), n === 19];
      const data = {
        ...announced().data,
        pledgeId: own,
        announcedOn: day(n + 1),
        ...(same ? {} : { quantity: null }),
      };
      const event = recorded({ type: 'PledgeAnnounced', data }, 0, `pledge-${own}`);
      return { ...event, id: own, schemaVersion: catalogue.describe(event.type).schemaVersion };
    });
    const projector = project(views, offerProjections, catalogue, () => Promise.resolve([]));
    await projector.handle(batch);
    const known = offersIn(views, projector, () => [], 'intake-offers');
    const { alike, alikeInAll } = await known.alike({ ...offer, announcedOn: day(7) });
    expect(alike[0]).toMatchObject({ kind: 'SAME', pledgeId: id(119) });
    const near = alike.slice(1).map((one) => one.pledgeId);
    expect(near.toSorted()).toEqual([id(105), id(106), id(107), id(108)].toSorted());
    expect(alikeInAll).toBe(20);
  });
});

describe('pledges announced in the same words', () => {
  const words = { ...offer, ...said };

  it('are found, however it was spelled, and whatever became of them', async () => {
    const { equalTo } = await after({}, 'PledgeWithdrawn');
    expect(await equalTo({ ...words, description: ' A  battalion' })).toEqual([pledgeId]);
    expect(await equalTo({ ...words, description: 'Another battalion' })).toEqual([]);
  });

  it('are found under the id that derives from them, beside another that read so before it was corrected', async () => {
    const derived = announcedPledgeId(words);
    const [views, other] = [await openViews(), 'Two battalions'];
    await views.define(offerProjections);
    const of = (pledge: string, { type, data }: Happened, n: number) => ({
      ...recorded({ type, data: { ...data, pledgeId: pledge } }, n, `pledge-${pledge}`),
      id: id(Number(pledge === derived) * 10 + 50 + n),
      schemaVersion: catalogue.describe(type).schemaVersion,
    });
    const corrects: Happened = {
      type: 'EventCorrected',
      data: {
        correctionId: id(60),
        corrects: id(50),
        correctedType: 'PledgeAnnounced',
        changes: [{ field: 'description', old: 'A battalion', new: other }],
        reason: 'R',
      },
    };
    const ofCaller = [of(pledgeId, announced(), 0), of(pledgeId, corrects, 1)];
    const history = () => Promise.resolve(catalogue.corrected(ofCaller));
    const projector = project(views, offerProjections, catalogue, history);
    await projector.handle([of(derived, announced(), 0), ...ofCaller]);
    const known = offersIn(views, projector, () => [], 'intake-offers');
    expect([...(await known.equalTo(words))].sort()).toEqual([derived, pledgeId].sort());
    expect(await known.equalTo({ ...words, description: other })).toEqual([pledgeId]);
  });

  it('are not those that are additional, which have words and a reason of their own', async () => {
    const additional = { additional: true, additionalReason: 'NV 7' };
    const known = await after(additional);
    expect(await known.equalTo(words)).toEqual([]);
    expect(await known.equalTo({ ...words, ...additional })).toEqual([pledgeId]);
    expect(await known.sameAs(offer, id(2))).toBeNull();
    expect(await known.alike({ ...offer, announcedOn: null })).toMatchObject({ alike: [{ kind: 'NEAR' }] });
  });

  it('are found by what they say now and by what they said when they were entered, after any corrections', async () => {
    const corrects = (changes: readonly object[]): Happened => ({
      type: 'EventCorrected',
      data: {
        pledgeId,
        correctionId: id(60),
        corrects: id(50),
        correctedType: 'PledgeAnnounced',
        changes,
        reason: 'R',
      },
    });
    const known = await knowing(
      announced(),
      corrects([{ field: 'description', old: 'A battalion', new: 'Two battalions' }]),
      corrects([
        { field: 'description', old: 'Two battalions', new: 'Three battalions' },
        { field: 'source', old: 'Press', new: 'Note verbale' },
      ]),
    );
    expect(
      await known.equalTo({ ...words, description: 'Three battalions', source: 'Note verbale' }),
    ).toEqual([pledgeId]);
    expect(await known.equalTo(words)).toEqual([pledgeId]);
    expect(await known.equalTo({ ...words, description: 'Four battalions' })).toEqual([]);
  });

  it('a correction of another event of the pledge changes nothing', async () => {
    const other = {
      type: 'EventCorrected',
      data: {
        pledgeId,
        correctionId: id(60),
        corrects: id(70),
        correctedType: 'PledgeWithdrawn',
        changes: [{ field: 'source', old: 'x', new: 'y' }],
        reason: 'R',
      },
    };
    const { equalTo } = await knowing(announced(), { type: 'PledgeWithdrawn', data: { pledgeId } }, other);
    expect(await equalTo(words)).toEqual([pledgeId]);
  });
});

it('the command that announced a pledge is known with its body', async () => {
  const { announcedBy } = await after({});
  expect(await announcedBy('command-of-event-0')).toEqual({ pledgeId, bodyHash: 'hash' });
  expect(await announcedBy('another')).toBeNull();
});

describe('an answer waits', () => {
  const words = { ...offer, ...said };

  it('while the read model is filled at the start', async () => {
    let state: GroupStatus['state'] = 'catching-up';
    const groups = () => [{ group: 'intake-offers', state, position: null, failure: null }];
    const { known, fill } = await filling([announced()], groups);
    const asked = [known.equalTo(words), known.sameAs(offer, id(2))];
    await fill();
    state = 'live';
    expect(await Promise.all(asked)).toEqual([[pledgeId], pledgeId]);
  });

  it.each([
    ['under an id of its caller, for its words', (known: KnownOffers) => known.equalTo(words), [pledgeId]],
    ['for the offer that it makes', (known: KnownOffers) => known.sameAs(offer, id(2)), pledgeId],
  ])('for what this process announced %s', async (_what, ask, found) => {
    const { known, fill } = await filling([announced()]);
    known.announced(words, pledgeId);
    const asked = ask(known);
    await fill();
    expect(await asked).toEqual(found);
  });
});
