/**
 * What is announced while the read model that knows the others does not get on: it is entered where nothing that is known speaks
 * against it, the answer says what could not be checked, and the pledge keeps it. Decision 88.
 */
import type { GroupStatus } from '@pledgeline/event-sourcing';
import type { AnnouncePledgeRequest } from './announcement.request.ts';
import { OFFERS_GROUP } from '../intake-offers.consumer.ts';
import { by, id } from '../testing/a-request.ts';
import { additional, announce, named, offer } from '../testing/announcing.ts';
import type { Outcome } from '../testing/announcing.ts';
import { openLog, wholeLog } from '../testing/log-and-views.ts';
import { startIntake } from '../testing/start-intake.module.ts';

type State = GroupStatus['state'];

/** Its consumer is as told; another process announced before, which this one has heard of or not. */
const startWith = async (state: State, hasHeard: boolean, lag?: number | null) => {
  const store = openLog();
  const groups = (): readonly GroupStatus[] => [
    { group: OFFERS_GROUP, state, position: null, failure: null, ...(lag !== undefined && { lag }) },
  ];
  const another = await startIntake(store);
  await announce(another, named);
  await announce(another, { ...offer, pledgeId: id(700) });
  const intake = await startIntake(store, groups);
  if (hasHeard) await intake.catchUp();
  const keptOf = async ({ location }: { readonly location?: string }) => {
    const pledgeId = location?.split('/').at(-1);
    const made = (await wholeLog(store)).find(
      ({ type, stream }) => type === 'PledgeAnnounced' && stream === `pledge-${pledgeId}`,
    );
    return (made?.data as { readonly duplicateChecked: boolean | null }).duplicateChecked;
  };
  return { intake, keptOf };
};

const inOtherWords = { ...named, description: 'A battalion of infantry' };
const NOT_CHECKED = ['DUPLICATE_ANNOUNCEMENT'];
const notCheckedIn = (outcome: Outcome) => ('notChecked' in outcome ? outcome.notChecked : undefined);

describe.each<[State, hasHeard: boolean, lag: number | undefined, getsOn: boolean]>([
  ['live', true, undefined, true],
  ['live', true, 3, true],
  ['retrying', true, undefined, false],
  ['retrying', false, undefined, false],
  ['stopped', false, undefined, false],
  ['closed', false, undefined, false],
])('while the consumer is %s, has heard of the others: %s, lag %s', (state, hasHeard, lag, getsOn) => {
  it.each<[what: string, row: object, known: string, unknown: string, isAsked: boolean]>([
    ['something new', { ...named, capabilityCode: 'FPU' }, 'ADDED', 'ADDED', true],
    ['the same offer in other words', inOtherWords, 'DUPLICATE_ANNOUNCEMENT', 'ADDED', true],
    ['an equal announcement', named, 'UNCHANGED', 'UNCHANGED', false],
    ['equal to one under an id of its caller', offer, 'UNCHANGED', 'ADDED', true],
    ['equal to one, under an id of its own', { ...offer, pledgeId: id(701) }, 'UNCHANGED', 'ADDED', true],
    ['an additional offer', { ...named, ...additional }, 'ADDED', 'ADDED', false],
    ['the pledge that is named', { ...offer, pledge: id(700) }, 'UNCHANGED', 'UNCHANGED', false],
  ])('%s', async (_what, row, known, unknown, isAsked) => {
    const { intake, keptOf } = await startWith(state, hasHeard, lag);
    // Who announces makes no difference.
    const outcome = await announce(intake, row, { role: hasHeard ? 'DESK' : 'MS' });
    expect(outcome.is).toBe(hasHeard ? known : unknown);
    if (outcome.is !== 'ADDED' && outcome.is !== 'UNCHANGED') return;
    const isUnchecked = outcome.is === 'ADDED' && isAsked && !getsOn;
    expect(notCheckedIn(outcome)).toEqual(isUnchecked ? NOT_CHECKED : undefined);
    expect(await keptOf(outcome as { readonly location: string })).toBe(isUnchecked ? null : false);
  });
});

it('a consumer that has long to catch up after an outage does not know yet', async () => {
  let state: State = 'live';
  const status = () => [{ group: OFFERS_GROUP, state, position: null, failure: null, lag: 5000 }];
  const intake = await startIntake(openLog(), status);
  expect(notCheckedIn(await announce(intake, offer))).toBeUndefined();
  state = 'catching-up';
  expect(notCheckedIn(await announce(intake, { ...offer, description: 'Another' }))).toEqual(NOT_CHECKED);
  state = 'live';
  expect(notCheckedIn(await announce(intake, { ...offer, description: 'A third' }))).toBeUndefined();
});

it('what this process announced and its read model has not got yet is not there either', async () => {
  const intake = await startIntake();
  await announce(intake, named);
  expect(await announce(intake, inOtherWords)).toMatchObject({ is: 'ADDED', notChecked: NOT_CHECKED });
  await intake.catchUp();
  expect(await announce(intake, { ...named, description: 'A third' })).toMatchObject({
    is: 'DUPLICATE_ANNOUNCEMENT',
  });
});

describe('answered again', () => {
  it.each([{ key: 41 }, {}])(
    'it says what it said the first time, also when the read model has come: %j',
    async (how) => {
      let state: State = 'retrying';
      const intake = await startIntake(openLog(), () => [
        { group: OFFERS_GROUP, state, position: null, failure: null },
      ]);
      const first = await announce(intake, named, how);
      const again = await announce(intake, named, how);
      state = 'live';
      await intake.catchUp();
      const later = await announce(intake, named, how);
      expect(first).toMatchObject({ is: 'ADDED', notChecked: NOT_CHECKED });
      for (const one of [again, later]) {
        expect(one).toEqual({ ...first, is: 'key' in how ? 'REPEATED' : 'UNCHANGED' });
      }
    },
  );
});

describe('before it is entered', () => {
  const checked = async (state: State, row: object) => {
    const { intake } = await startWith(state, state === 'live');
    const { outcome, notChecked } = await intake.checks.check(row as AnnouncePledgeRequest, by(81, 'DESK'));
    return { outcome, notChecked };
  };

  it.each<[State, object, string, readonly string[]]>([
    ['live', { ...offer, description: 'Another' }, 'ADDED', []],
    ['live', inOtherWords, 'DIFFERS', []],
    ['retrying', { ...offer, description: 'Another' }, 'ADDED', NOT_CHECKED],
    ['retrying', inOtherWords, 'ADDED', NOT_CHECKED],
    ['retrying', named, 'UNCHANGED', []],
    ['retrying', { ...offer, ...additional }, 'ADDED', []],
  ])('a check says so: %s, %j', async (state, row, outcome, notChecked) =>
    expect(await checked(state, row)).toEqual({ outcome, notChecked }),
  );

  it('and so does a dry run, which writes nothing', async () => {
    const { intake } = await startWith('retrying', false);
    const outcome = await announce(intake, inOtherWords, { dryRun: true });
    expect(notCheckedIn(outcome)).toEqual(NOT_CHECKED);
  });
});
