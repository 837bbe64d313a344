import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { EventStore } from '@pledgeline/event-sourcing';
import { dueWork } from './due-work.ts';
import { act, id, raiseTo, registerUnit } from '../testing/a-unit.ts';
import { keptLog, NOW, publishGap, request, startProcess, typesOf, wholeLog } from '../testing/a-world.ts';
import { openLog, openViews } from '../testing/log-and-views.ts';
import { workProjector, workViews } from '../work-views.ts';

const pledgeId = id(11);
const stream = `pledge-${pledgeId}`;
const NOTHING = { downgraded: 0, lapsed: 0, reminded: 0, refused: 0 };

const begin = (store: EventStore) => {
  const process = startProcess(store);
  const log = keptLog();
  const views = workViews(openViews);
  const projected = async () => {
    await workProjector(await views, store).handle(await wholeLog(store));
    return views;
  };
  return {
    ...process,
    log,
    /** With read models that have caught up. */
    runOn: async (day: string) => dueWork(await projected(), process.pledges, log)(`${day}T12:00:00.000Z`),
    /** With read models as they were. */
    runBehindOn: async (day: string) => dueWork(await views, process.pledges, log)(`${day}T12:00:00.000Z`),
  };
};

/** Registered on 10 January 2025, so valid until 10 January 2026. */
const withUnit = async () => {
  const store = openLog(NOW);
  const office = begin(store);
  await registerUnit(office.pledges, pledgeId);
  return { store, ...office };
};

describe('a reminder', () => {
  it('is not sent on the 31st day before the end', async () => {
    const { runOn } = await withUnit();
    expect(await runOn('2025-12-10')).toEqual(NOTHING);
  });

  it('is sent on the 30th, once', async () => {
    const { store, runOn } = await withUnit();
    expect(await runOn('2025-12-11')).toEqual({ ...NOTHING, reminded: 1 });
    expect((await store.read(stream)).at(-1)).toMatchObject({
      type: 'RenewalReminded',
      data: { validUntil: '2026-01-10' },
      metadata: { actor: 'job:due-work', role: 'SYSTEM', occurredOn: '2025-12-11', ruleSet: 'pcrs-2019.01' },
    });
    expect(await runOn('2025-12-11')).toEqual(NOTHING);
    expect(await runOn('2025-12-12')).toEqual(NOTHING);
  });

  it('is still sent in the grace', async () => {
    const { runOn } = await withUnit();
    expect(await runOn('2026-02-09')).toEqual({ ...NOTHING, reminded: 1 });
  });

  it('is sent again for the next end', async () => {
    const { pledges, runOn } = await withUnit();
    await runOn('2025-12-11');
    const renewal = { role: 'MS', onBehalfOf: 'KOR', on: '2026-01-05' };
    await act(pledges, 'RenewPledge', { pledgeId, validUntil: null }, renewal);
    expect(await runOn('2026-06-09')).toEqual(NOTHING);
    expect(await runOn('2026-06-10')).toEqual({ ...NOTHING, reminded: 1 });
  });
});

describe('a lapse', () => {
  it('does not come on the last day of grace', async () => {
    const { runOn } = await withUnit();
    expect(await runOn('2026-02-09')).toMatchObject({ lapsed: 0 });
  });

  it('comes the day after, on its due date, without a reminder that is too late', async () => {
    const { store, runOn } = await withUnit();
    expect(await runOn('2026-02-10')).toEqual({ ...NOTHING, lapsed: 1 });
    expect((await store.read(stream)).at(-1)).toMatchObject({
      type: 'PledgeLapsed',
      data: { dueOn: '2026-02-09' },
      metadata: { occurredOn: '2026-02-09' },
    });
    expect(await runOn('2026-02-11')).toEqual(NOTHING);
  });

  it('has the same date however late the job runs', async () => {
    const { store, runOn } = await withUnit();
    await runOn('2026-05-01');
    expect((await store.read(stream)).at(-1)).toMatchObject({ data: { dueOn: '2026-02-09' } });
  });

  it('frees what a gap held', async () => {
    const { store, gaps, match, settle, runOn } = await withUnit();
    await publishGap(gaps, id(1));
    await match(request(1), { pledgeId, gapId: id(1), quantity: 1, personsPerUnit: null });
    await runOn('2026-02-10');
    await settle();
    expect((await typesOf(store, `gap-${id(1)}`)).at(-1)).toBe('GapReleased');
  });

  it('and a reminder do not come under selection, nor is a level lost', async () => {
    const { pledges, gaps, match, runOn } = await withUnit();
    await raiseTo(pledges, pledgeId, 'L2');
    await publishGap(gaps, id(1));
    await match(request(1), { pledgeId, gapId: id(1), quantity: 1, personsPerUnit: null });
    const decision = { decisionReference: 'D', hostConsent: 'GIVEN' as const, acceptedCaveats: [] };
    const selection = { pledgeId, gapId: id(1), ...decision, ...NOT_ON_RECORD };
    await act(pledges, 'SelectUnit', selection, { role: 'FGS', on: '2025-03-02' });
    for (const day of ['2025-12-11', '2026-02-10', '2028-01-01']) expect(await runOn(day)).toEqual(NOTHING);
  });

  it('does not come for what was withdrawn', async () => {
    const { pledges, runOn } = await withUnit();
    const reason = { pledgeId, reason: 'Elsewhere', source: null };
    await act(pledges, 'WithdrawPledge', reason, { role: 'MS', onBehalfOf: 'KOR', on: '2025-03-02' });
    expect(await runOn('2026-02-10')).toEqual(NOTHING);
  });
});

describe('a level whose visit has expired', () => {
  /** On Level 2 by a visit of 1 February 2024, which counts until 1 February 2026; valid until 10 July 2026. */
  const onOldVisit = async () => {
    const office = await withUnit();
    await raiseTo(office.pledges, pledgeId, 'L2', '2025-01-20', '2024-02-01');
    const renewal = { role: 'MS', onBehalfOf: 'KOR', on: '2026-01-05' };
    await act(office.pledges, 'RenewPledge', { pledgeId, validUntil: null }, renewal);
    return office;
  };

  it('is kept on the last day of the visit', async () => {
    const { runOn } = await onOldVisit();
    expect(await runOn('2026-02-01')).toEqual(NOTHING);
  });

  it('is lost the day after, once', async () => {
    const { store, runOn } = await onOldVisit();
    expect(await runOn('2026-02-02')).toEqual({ ...NOTHING, downgraded: 1 });
    expect((await store.read(stream)).at(-1)).toMatchObject({
      type: 'LevelDowngraded',
      data: { from: 'L2', level: 'L1', reason: 'VISIT_EXPIRED' },
    });
    expect(await runOn('2026-02-03')).toEqual(NOTHING);
  });

  it('falls from rapid deployment to what the other visit still carries', async () => {
    const { store, pledges, runOn } = await withUnit();
    await raiseTo(pledges, pledgeId, 'L2', '2025-01-20');
    await raiseTo(pledges, pledgeId, 'L3', '2025-01-21');
    await raiseTo(pledges, pledgeId, 'RDL', '2025-01-22');
    expect(await runOn('2026-01-23')).toEqual({ ...NOTHING, downgraded: 1, reminded: 1 });
    const [downgraded] = (await store.read(stream)).filter(({ type }) => type === 'LevelDowngraded');
    expect(downgraded?.data).toMatchObject({ from: 'RDL', level: 'L3' });
  });

  it('is lost before the pledge lapses, when both are due', async () => {
    const { store, runOn } = await onOldVisit();
    expect(await runOn('2026-12-01')).toEqual({ ...NOTHING, downgraded: 1, lapsed: 1 });
    expect((await typesOf(store, stream)).slice(-2)).toEqual(['LevelDowngraded', 'PledgeLapsed']);
  });
});

it('a read model that is behind makes nothing happen twice', async () => {
  const { store, runOn, runBehindOn } = await withUnit();
  await runOn('2025-12-11');
  const events = await wholeLog(store);
  expect(await runBehindOn('2025-12-11')).toEqual(NOTHING);
  expect(await runBehindOn('2025-12-20')).toEqual(NOTHING);
  expect(await wholeLog(store)).toEqual(events);
});

it('what is no longer due is refused by the pledge, logged and left', async () => {
  const { store, pledges, log, runOn, runBehindOn } = await withUnit();
  await runOn('2025-06-01');
  const reason = { pledgeId, reason: 'Elsewhere', source: null };
  await act(pledges, 'WithdrawPledge', reason, { role: 'MS', onBehalfOf: 'KOR', on: '2025-12-01' });
  const events = await wholeLog(store);
  expect(await runBehindOn('2026-02-10')).toEqual({ ...NOTHING, refused: 1 });
  expect(log.lines).toEqual([
    { level: 'warn', fields: { pledgeId, command: 'LapsePledge', code: 'WRONG_ORDER' } },
  ]);
  expect(await wholeLog(store)).toEqual(events);
});

it('two instances at once do each thing once', async () => {
  const { store, runOn } = await withUnit();
  const other = begin(store);
  const done = await Promise.all([runOn('2026-02-10'), other.runOn('2026-02-10')]);
  expect((await typesOf(store, stream)).filter((type) => type === 'PledgeLapsed')).toHaveLength(1);
  expect(done.map(({ refused }) => refused)).toEqual([0, 0]);
});

it('more pledges than fit on a page are all done', async () => {
  const store = openLog(NOW);
  const { pledges, runOn } = begin(store);
  for (let n = 0; n < 203; n += 1) await registerUnit(pledges, id(1000 + n));
  expect(await runOn('2025-12-11')).toEqual({ ...NOTHING, reminded: 203 });
});

it('a failure of the store is not taken for a refusal', async () => {
  const { store, pledges, log } = await withUnit();
  const views = await workViews(openViews);
  await workProjector(views, store).handle(await wholeLog(store));
  const broken = Object.assign(() => Promise.reject(new Error('disk')), { ...pledges });
  await expect(dueWork(views, broken, log)('2026-02-10T00:00:00.000Z')).rejects.toThrow('disk');
});
