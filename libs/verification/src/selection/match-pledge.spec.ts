/** Long because a match has two streams, and each order in which they fail is a case. */
import type { EventStore } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { matchPledge } from './match-pledge.ts';
import { act, id, registerUnit } from '../testing/a-unit.ts';
import { NOW, publishGap, request, startProcess, typesOf, wholeLog } from '../testing/a-world.ts';
import { openLog } from '../testing/log-and-views.ts';

const [pledgeId, gapId, otherGapId] = [id(11), id(1), id(2)] as const;
const [pledgeStream, gapStream] = [`pledge-${pledgeId}`, `gap-${gapId}`] as const;
const asked = { pledgeId, gapId, quantity: 1, personsPerUnit: null };

/** One registered unit, and two gaps of one that it could fill. */
const begin = async () => {
  const store = openLog(NOW);
  const process = startProcess(store);
  await registerUnit(process.pledges, pledgeId);
  await publishGap(process.gaps, gapId);
  await publishGap(process.gaps, otherGapId);
  return { store, process, written: (await wholeLog(store)).length };
};

/** The process dies between the reservation and the match. */
const dieBeforeMatch = async (store: EventStore, n: number, to = asked): Promise<void> => {
  const { pledges, gaps } = startProcess(store);
  const dead = Object.assign(() => Promise.reject(new Error('killed')), { ...pledges });
  await expect(matchPledge(store, dead, gaps)(request(n), to)).rejects.toThrow('killed');
};

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no refusal',
    (error: unknown) => (error as { code: string }).code,
  );

it('a match takes its part of the gap and of the pledge', async () => {
  const { store, process } = await begin();
  const answer = await process.match(request(1), asked);
  expect(await typesOf(store, gapStream)).toEqual(['GapPublished', 'GapReserved']);
  const last = (await store.read(pledgeStream)).at(-1);
  expect(last).toMatchObject({
    type: 'PledgeMatched',
    data: { pledgeId, gapId, mission: 'MINUSCA', quantity: 1, fit: 'FULL' },
    metadata: { occurredOn: '2025-03-01', actor: 'policy:complete-match', role: 'SYSTEM' },
  });
  expect(answer).toEqual({
    stream: pledgeStream,
    revision: last?.revision,
    repeated: false,
    location: `/pledges/${pledgeId}`,
    created: false,
  });
});

describe('a dry run', () => {
  const dry = (n: number) => request(n, { dryRun: true });

  it('foretells both events, and writes neither', async () => {
    const { store, process, written } = await begin();
    const { revision, foreseen } = await process.match(dry(1), asked);
    expect(await wholeLog(store)).toHaveLength(written);
    expect(foreseen).toEqual([
      { stream: gapStream, type: 'GapReserved', revision: 1 },
      { stream: pledgeStream, type: 'PledgeMatched', revision },
    ]);
    expect((await process.match(request(1), asked)).revision).toBe(revision);
  });

  it('after the process died between the two foretells the match alone', async () => {
    const { store, process } = await begin();
    await dieBeforeMatch(store, 1);
    const written = (await wholeLog(store)).length;
    const { foreseen, repeated } = await process.match(dry(1), asked);
    expect([repeated, foreseen?.map(({ type }) => type)]).toEqual([true, ['PledgeMatched']]);
    expect(await wholeLog(store)).toHaveLength(written);
  });

  it('is refused as the match is', async () => {
    const { store, process, written } = await begin();
    const tooMuch = { ...asked, quantity: 2 };
    expect(await codeOf(process.match(dry(1), tooMuch))).toBe('NOT_ENOUGH_LEFT');
    expect(await codeOf(process.match(dry(2), { ...asked, gapId: id(99) }))).toBe('GAP_NOT_FOUND');
    expect(await wholeLog(store)).toHaveLength(written);
  });
});

it('the business date of the request is that of the match', async () => {
  const { store, process } = await begin();
  await process.match(request(1), asked, '2025-02-20');
  expect((await store.read(pledgeStream)).at(-1)?.metadata.occurredOn).toBe('2025-02-20');
});

describe('a refusal that can be seen beforehand writes nothing', () => {
  it.each([
    ['an unknown gap', { gapId: id(99) }, 'GAP_NOT_FOUND'],
    ['an unknown pledge', { pledgeId: id(99) }, 'PLEDGE_NOT_FOUND'],
    ['more than is left of the pledge', { quantity: 2 }, 'NOT_ENOUGH_LEFT'],
  ])('%s', async (_, changes, code) => {
    const { store, process, written } = await begin();
    expect(await codeOf(process.match(request(1), { ...asked, ...changes }))).toBe(code);
    expect(await wholeLog(store)).toHaveLength(written);
  });

  it('another role', async () => {
    const { store, process, written } = await begin();
    expect(await codeOf(process.match(request(1, { role: 'FGS' }), asked))).toBe('FORBIDDEN');
    expect(await codeOf(process.match(request(1, { role: 'SYSTEM' }), asked))).toBe('FORBIDDEN');
    expect(await wholeLog(store)).toHaveLength(written);
  });

  it('a gap of another kind', async () => {
    const { store, process } = await begin();
    await publishGap(process.gaps, id(3), 1, 'FPU');
    const written = (await wholeLog(store)).length;
    expect(await codeOf(process.match(request(1), { ...asked, gapId: id(3) }))).toBe('CODE_MISMATCH');
    expect(await wholeLog(store)).toHaveLength(written);
  });

  it('an offer that stood until yesterday', async () => {
    const { process } = await begin();
    const late = request(1, { now: '2026-01-11T09:00:00.000Z' });
    expect(await codeOf(process.match(late, asked))).toBe('EXPIRED');
  });

  it('a gap that is closed, or filled by another pledge', async () => {
    const { process } = await begin();
    await process.gaps(`gap-${otherGapId}`, {
      type: 'CloseGap',
      data: { gapId: otherGapId, reason: 'Filled' },
      meta: metaFor({ role: 'FGS', commandId: id(500), now: NOW }),
    });
    expect(await codeOf(process.match(request(1), { ...asked, gapId: otherGapId }))).toBe('GAP_CLOSED');
    await registerUnit(process.pledges, id(12));
    await process.match(request(2), { ...asked, pledgeId: id(12) });
    expect(await codeOf(process.match(request(3), asked))).toBe('NOT_ENOUGH_LEFT');
  });

  it('a pledge that is not at the revision the caller names', async () => {
    const { store, process, written } = await begin();
    const attempt = process.match(request(1, { expectedRevision: 0 }), asked);
    expect(await codeOf(attempt)).toBe('VERSION_CONFLICT');
    expect(await wholeLog(store)).toHaveLength(written);
  });

  it('and the same key may try again once it can be', async () => {
    const { process } = await begin();
    expect(await codeOf(process.match(request(1), { ...asked, gapId: id(3) }))).toBe('GAP_NOT_FOUND');
    await publishGap(process.gaps, id(3));
    expect(await process.match(request(1), { ...asked, gapId: id(3) })).toMatchObject({ repeated: false });
  });
});

describe('after a crash between reservation and match', () => {
  it('the policy completes the match, and the repeat is answered', async () => {
    const { store } = await begin();
    await dieBeforeMatch(store, 1);
    expect(await typesOf(store, gapStream)).toContain('GapReserved');
    const restarted = startProcess(store);
    await restarted.settle();
    const events = await wholeLog(store);
    expect(events.at(-1)?.type).toBe('PledgeMatched');
    const answer = await restarted.match(request(1), asked);
    expect(answer).toMatchObject({ stream: pledgeStream, revision: events.at(-1)?.revision, repeated: true });
    expect(await wholeLog(store)).toEqual(events);
  });

  it('the repeat completes it when it comes first, and the policy then adds nothing', async () => {
    const { store } = await begin();
    await dieBeforeMatch(store, 1);
    const restarted = startProcess(store);
    const answer = await restarted.match(request(1), asked);
    const events = await wholeLog(store);
    expect(answer).toMatchObject({ stream: pledgeStream, revision: events.at(-1)?.revision });
    await restarted.settle();
    expect(await wholeLog(store)).toEqual(events);
  });

  it('what the pledge has become is refused on record, the gap is freed, and every repeat hears so', async () => {
    const { store } = await begin();
    await dieBeforeMatch(store, 1);
    const restarted = startProcess(store);
    await act(
      restarted.pledges,
      'WithdrawPledge',
      { pledgeId, reason: 'Elsewhere', source: null },
      { role: 'MS', onBehalfOf: 'KOR', on: '2025-03-01' },
    );
    await restarted.settle();
    expect((await typesOf(store, pledgeStream)).at(-1)).toBe('MatchRefused');
    expect((await typesOf(store, gapStream)).at(-1)).toBe('GapReleased');
    const events = await wholeLog(store);
    expect(await codeOf(restarted.match(request(1), asked))).toBe('WRONG_ORDER');
    expect(await codeOf(startProcess(store).match(request(1), asked))).toBe('WRONG_ORDER');
    expect(await wholeLog(store)).toEqual(events);
  });
});

it('after a crash between match and answer, the repeat is answered as the first time', async () => {
  const { store, process } = await begin();
  const first = await process.match(request(1), asked);
  const events = await wholeLog(store);
  const again = request(1, { expectedRevision: first.revision - 1, correlationId: 'another' });
  expect(await startProcess(store).match(again, asked)).toEqual({ ...first, repeated: true });
  expect(await wholeLog(store)).toEqual(events);
});

it('a repeat long after the match has ended is answered as the first time', async () => {
  const { store, process } = await begin();
  const first = await process.match(request(1), asked);
  const release = { pledgeId, gapId, reason: 'Another unit' };
  await act(process.pledges, 'ReleaseMatch', release, { role: 'SFGC', on: '2025-03-01' });
  await process.settle();
  expect((await typesOf(store, gapStream)).at(-1)).toBe('GapReleased');
  expect(await process.match(request(1), asked)).toEqual({ ...first, repeated: true });
});

describe('two gaps want the same unit', () => {
  it('one gets it, the other is refused and freed', async () => {
    const { store, process } = await begin();
    await dieBeforeMatch(store, 1, { ...asked, gapId: otherGapId });
    await process.match(request(2), asked);
    await process.settle();
    expect((await store.read(pledgeStream)).at(-1)).toMatchObject({
      type: 'MatchRefused',
      data: { gapId: otherGapId, code: 'NOT_ENOUGH_LEFT' },
    });
    expect((await typesOf(store, `gap-${otherGapId}`)).at(-1)).toBe('GapReleased');
    expect((await typesOf(store, gapStream)).at(-1)).toBe('GapReserved');
    expect(await codeOf(process.match(request(1), { ...asked, gapId: otherGapId }))).toBe('NOT_ENOUGH_LEFT');
  });

  it('also at the same moment', async () => {
    const { store, process } = await begin();
    const attempts = [
      process.match(request(1), asked),
      process.match(request(2), { ...asked, gapId: otherGapId }),
    ];
    const codes = await Promise.all(attempts.map(codeOf));
    expect(codes.sort()).toEqual(['NOT_ENOUGH_LEFT', 'no refusal']);
    await process.settle();
    const { state } = await process.pledges.load(pledgeStream);
    expect(state.matches).toHaveLength(1);
    const held = (await wholeLog(store)).filter(({ type }) => type === 'GapReserved').length;
    const freed = (await wholeLog(store)).filter(({ type }) => type === 'GapReleased').length;
    expect(held - freed).toBe(1);
  });
});

it('the same request twice at once makes one match', async () => {
  const { store, process } = await begin();
  const [one, other] = await Promise.all([
    process.match(request(1), asked),
    startProcess(store).match(request(1), asked),
  ]);
  expect(one.revision).toBe(other.revision);
  expect((await typesOf(store, pledgeStream)).filter((type) => type === 'PledgeMatched')).toHaveLength(1);
});

it('whatever is delivered again changes nothing', async () => {
  const { store, process } = await begin();
  await process.match(request(1), asked);
  await act(
    process.pledges,
    'WithdrawPledge',
    { pledgeId, reason: 'Elsewhere', source: null },
    { role: 'MS', onBehalfOf: 'KOR', on: '2025-03-01' },
  );
  await process.settle();
  const events = await wholeLog(store);
  expect(events.at(-1)?.type).toBe('GapReleased');
  await startProcess(store).settle();
  expect(await wholeLog(store)).toEqual(events);
});

describe('a key that was used with another body is refused', () => {
  const other = { bodyHash: 'another body' };

  it('for another quantity', async () => {
    const { process } = await begin();
    await process.match(request(1), asked);
    expect(await codeOf(process.match(request(1, other), { ...asked, quantity: 2 }))).toBe(
      'COMMAND_ID_REUSED',
    );
  });

  it('for another gap', async () => {
    const { process } = await begin();
    await process.match(request(1), asked);
    const attempt = process.match(request(1, other), { ...asked, gapId: otherGapId });
    expect(await codeOf(attempt)).toBe('COMMAND_ID_REUSED');
  });

  it('for another pledge, even when the body is the same', async () => {
    const { process } = await begin();
    await process.match(request(1), asked);
    expect(await codeOf(process.match(request(1), { ...asked, pledgeId: id(12) }))).toBe('COMMAND_ID_REUSED');
  });
});
