/** When the log of proofs is worth a word, when it is an outage, and when it is the end: after 10 s, after 60 s, at once. */
import type { ProofLogStatus, WitnessStatus } from '@pledgeline/transparency';
import { proofReasons } from './proof-readiness.ts';

const NOW = 1_000_000;
const away = { code: 'NOT_AVAILABLE', message: 'the disk is full' } as const;
const changed = { code: 'HISTORY_CHANGED', message: 'pledge-1@2 is not what was signed as leaf 7' } as const;

const verdict = (
  state: ProofLogStatus['state'],
  waited: number | null,
  failure: ProofLogStatus['failure'],
) => {
  const waitsSince = waited === null ? null : NOW - waited;
  const { stopped, away: out, late } = proofReasons({ state, failure, waitsSince, witnesses: [] }, NOW);
  if (stopped.length > 0) return 'stopped';
  if (out.length > 0) return 'away';
  return late.length > 0 ? 'late' : 'nothing';
};

it.each<[ProofLogStatus['state'], number | null, ProofLogStatus['failure'], string]>([
  ['starting', null, null, 'nothing'],
  ['building', null, null, 'nothing'],
  ['following', null, null, 'nothing'],
  ['retrying', 10_000, away, 'nothing'],
  ['retrying', 10_001, away, 'late'],
  ['retrying', 60_000, away, 'late'],
  ['retrying', 60_001, away, 'away'],
  ['stopped', 0, changed, 'stopped'],
  ['stopped', 0, { code: 'FOREIGN_EVENT', message: 'x' }, 'stopped'],
])('%s for %s ms: %j', (state, waited, failure, expected) => {
  expect(verdict(state, waited, failure)).toBe(expected);
});

it('names the event to those who read everything, and to nobody else', () => {
  const [reason] = proofReasons(
    { state: 'stopped', failure: changed, waitsSince: NOW, witnesses: [] },
    NOW,
  ).stopped;
  expect(reason?.why).toContain('HISTORY_CHANGED: pledge-1@2');
  expect(reason?.what).not.toContain('pledge-1');
});

const sinceBefore = (milliseconds: number): WitnessStatus => ({
  name: 'mission',
  ...{ cosignedSize: 7, cosignedAt: null },
  failure: { code: 'AWAY', message: 'no answer', since: new Date(NOW - milliseconds).toISOString() },
});
const signs = { ...sinceBefore(0), name: 'auditor', failure: null };

it.each([
  [60_000, 0],
  [60_001, 1],
])('a witness that is away for %i ms is named %i times, and makes nothing red', (away, times) => {
  const {
    stopped,
    away: out,
    late,
  } = proofReasons(
    { state: 'following', failure: null, waitsSince: null, witnesses: [signs, sinceBefore(away)] },
    NOW,
  );
  expect([stopped, out, late.length]).toEqual([[], [], times]);
  for (const { what, why } of late) {
    expect(why).toBe(`: mission, since ${new Date(NOW - away).toISOString()}: AWAY: no answer`);
    expect(what).not.toContain('mission');
  }
});
