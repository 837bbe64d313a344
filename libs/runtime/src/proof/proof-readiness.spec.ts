/** When the log of proofs is worth a word, and when the process is not ready: after 10 s and after 60 s (proof page, section 3). */
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
  const { stopped, late } = proofReasons({ state, failure, waitsSince }, NOW);
  return stopped.length > 0 ? 'not ready' : late.length > 0 ? 'degraded' : 'ready';
};

it.each<[ProofLogStatus['state'], number | null, ProofLogStatus['failure'], string]>([
  ['starting', null, null, 'ready'],
  ['building', null, null, 'ready'],
  ['following', null, null, 'ready'],
  ['retrying', 10_000, away, 'ready'],
  ['retrying', 10_001, away, 'degraded'],
  ['retrying', 60_000, away, 'degraded'],
  ['retrying', 60_001, away, 'not ready'],
  ['stopped', 0, changed, 'not ready'],
  ['stopped', 0, { code: 'FOREIGN_EVENT', message: 'x' }, 'not ready'],
])('%s for %s ms: %j', (state, waited, failure, expected) => {
  expect(verdict(state, waited, failure)).toBe(expected);
});

it('names the event to those who read everything, and to nobody else', () => {
  const [reason] = proofReasons({ state: 'stopped', failure: changed, waitsSince: NOW }, NOW).stopped;
  expect(reason?.why).toContain('HISTORY_CHANGED: pledge-1@2');
  expect(reason?.what).not.toContain('pledge-1');
});
