/** When the log of proofs is worth a word, when it is an outage, and when it is the end: after 10 s, after 60 s, at once. */
import type { ProofLogStatus } from '@pledgeline/transparency';
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
  const { stopped, away: out, late } = proofReasons({ state, failure, waitsSince }, NOW);
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
  const [reason] = proofReasons({ state: 'stopped', failure: changed, waitsSince: NOW }, NOW).stopped;
  expect(reason?.why).toContain('HISTORY_CHANGED: pledge-1@2');
  expect(reason?.what).not.toContain('pledge-1');
});
