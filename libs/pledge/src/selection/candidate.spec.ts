/**
 * What stands in the way of a pledge that could fill a gap. Dimensions: status, validity, code, matched here or elsewhere, what is left,
 * level, visit behind it, caveats, days to deploy against the day of need; and, over random lives, the decider itself.
 */
import fc from 'fast-check';
import { addDays, type PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import { streamOf } from '../testing/a-stream.ts';
import { caveatDeclared } from '../testing/caveats.ts';
import { aavPassed, acknowledged, announced, registered } from '../testing/early-life.ts';
import { atLevel1, atLevel2, atLevel3, historyTo, matched } from '../testing/later-life.ts';
import { GAP, OTHER_GAP, OTHER_RESERVATION } from '../testing/named-events.ts';
import { choices, walk } from '../testing/random-walk.ts';
import { CANDIDATES, leftForGap, obstaclesTo, type GapToFill } from './candidate.ts';

const DAY = '2025-09-15';
const gap: GapToFill = { gapId: OTHER_GAP, acceptedCodes: ['INF-BN'], unit: 'unit', neededBy: null };

const after = (history: readonly PledgeEvent[]): Pledge =>
  streamOf(history).reduce((state: Pledge, event) => decider.evolve(state, event), decider.initialState());
const codesOf = (pledge: Pledge, over: Partial<GapToFill> = {}, day = DAY) =>
  obstaclesTo(pledge, { ...gap, ...over }, day).map(({ stage, code }) => `${stage} ${code}`);

it.each<readonly [string, readonly PledgeEvent[], Partial<GapToFill>, string, readonly string[]]>([
  ['at Level 2 nothing', atLevel2, {}, DAY, []],
  ['announced, it is not registered', [announced()], {}, DAY, ['MATCH WRONG_ORDER', 'SELECTION AAV_MISSING']],
  [
    'acknowledged, neither',
    [announced(), acknowledged()],
    {},
    DAY,
    ['MATCH WRONG_ORDER', 'SELECTION AAV_MISSING'],
  ],
  ['at Level 1 the level', atLevel1, {}, DAY, ['SELECTION AAV_MISSING']],
  ['at Level 3 nothing', atLevel3, {}, DAY, []],
  ['another code', atLevel2, { acceptedCodes: ['MP'] }, DAY, ['MATCH CODE_MISMATCH']],
  ['its code as a substitute: nothing', atLevel2, { acceptedCodes: ['MP', 'INF-BN'] }, DAY, []],
  ['matched to this gap already', [...atLevel2, matched()], { gapId: GAP }, DAY, ['MATCH ALREADY_MATCHED']],
  ['matched to another gap in part', [...atLevel2, matched()], {}, DAY, ['SELECTION TOO_MANY_MATCHES']],
  [
    'matched to another gap in whole',
    [...atLevel2, matched({ quantity: 3 })],
    {},
    DAY,
    ['MATCH NOT_ENOUGH_LEFT', 'SELECTION TOO_MANY_MATCHES'],
  ],
  ['an open caveat that blocks', [...atLevel2, caveatDeclared()], {}, DAY, ['SELECTION CAVEAT_OPEN']],
  ['an open caveat that does not block', [...atLevel2, caveatDeclared({ blocking: false })], {}, DAY, []],
  [
    'the visit no longer counts',
    [...atLevel1, aavPassed({ validUntil: '2025-09-14' }), ...atLevel2.slice(-1)],
    {},
    DAY,
    ['SELECTION AAV_EXPIRED'],
  ],
  [
    'the offer stands no longer',
    [announced(), acknowledged(), registered({ validUntil: '2025-09-14' }), ...atLevel2.slice(-2)],
    {},
    DAY,
    ['MATCH EXPIRED'],
  ],
])('%s', (_, history, over, day, expected) => {
  expect(codesOf(after(history), over, day)).toEqual(expected);
});

it.each([
  [null, '2025-09-16', []],
  [60, null, []],
  [60, '2025-11-14', []],
  [60, '2025-11-13', ['DEPLOYMENT DEPLOYS_TOO_LATE']],
  [0, '2025-09-15', []],
  [0, '2025-09-14', ['DEPLOYMENT DEPLOYS_TOO_LATE']],
] as const)('within %s days for %s', (deployWithinDays, neededBy, expected) => {
  expect(codesOf({ ...after(atLevel2), deployWithinDays }, { neededBy })).toEqual(expected);
});

it('says how many are left in the unit of the gap, and nothing where nobody can say', () => {
  const pledge = after([...atLevel2, matched()]);
  expect(leftForGap(after(atLevel2), gap, DAY)).toBe(3);
  expect(leftForGap(pledge, gap, DAY)).toBe(3 - (pledge.matches[0]?.quantity ?? 0));
  // Since November 2026 matches follow the measures.
  expect(leftForGap({ ...after(atLevel2), strength: null }, { unit: 'persons' }, '2026-11-20')).toBeNull();
});

const refusedBy = (pledge: Pledge, asked: GapToFill, day: string): string | null => {
  const now = `${day}T12:00:00.000Z`;
  const data = {
    ...{ pledgeId: pledge.pledgeId, ...asked, acceptedCodes: [...asked.acceptedCodes], mission: 'UNMISS' },
    ...{ reservationId: OTHER_RESERVATION, quantity: 1, personsPerUnit: null, reserved: false },
  };
  const meta = metaFor({ role: 'SFGC', now, occurredOn: day });
  try {
    decider.decide({ type: 'MatchPledge', data, meta } as unknown as PledgeCommand, pledge);
    return null;
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

const live = (taken: Parameters<typeof walk>[0]): readonly RecordedEvent[] =>
  walk(taken, ({ command, pledge }) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });

it('in whatever life a candidate is matched where nothing is in the way of it, and refused for the first thing that is', () => {
  const seen = new Set<string | null>();
  const seeAll = (life: readonly RecordedEvent[], later: number): void => {
    let pledge = decider.initialState();
    for (const event of life) {
      pledge = decider.evolve(pledge, event);
      if (!CANDIDATES.some((status) => status === pledge.status) || pledge.track === 'IMPLEMENTATION')
        continue;
      const day = addDays(event.recordedAt.slice(0, 10), later);
      const asked = { ...gap, gapId: GAP };
      const [first] = obstaclesTo(pledge, asked, day).filter(({ stage }) => stage === 'MATCH');
      const met = refusedBy(pledge, asked, day);
      // A reservation that was answered before changes nothing, and a day before the last act is none to match on.
      if (pledge.answeredReservations.includes(OTHER_RESERVATION) || met === 'BEFORE_STATUS') continue;
      seen.add(met);
      expect(first?.code ?? null).toBe(met);
    }
  };
  for (const life of Object.values(historyTo)) seeAll(streamOf(life), 0);
  fc.assert(
    fc.property(choices, fc.integer({ min: 0, max: 90 }), (taken, later) => seeAll(live(taken), later)),
    { numRuns: 40 },
  );
  expect(seen.has(null)).toBe(true);
  expect(seen.size).toBeGreaterThan(3);
});
