/**
 * A facet says of each value how many pledges its reader would find by it, and names no other value: for every kind of reader, over
 * pledges that nobody thought of, now and in the past. What a filter finds is held against what is shown in
 * `filters-find-what-is-shown.spec.ts`.
 */
import fc from 'fast-check';
import { PLEDGE_FACETS, STATUSES, type Caller, type PledgeFacet } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from './answers/as-of.ts';
import { pledgesMatching, type PledgesQuestion } from './pages/pledge/pledges-matching.ts';
import { aLog } from './testing/a-log.ts';
import { plans, STATES, tell } from './testing/random-lives.ts';
import { append, closeAll, openInMemory } from './testing/read-models-of.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const callers: readonly Caller[] = [
  ...(['PUBLIC', 'IMPL', 'DESK'] as const).map((role) => ({ subject: 'somebody', role, state: null })),
  ...(['MS', 'PARTNER'] as const).map((role) => ({ subject: 'somebody', role, state: 'RWA' })),
];

/** Values of which some are had by no pledge. */
const VALUES: Readonly<Partial<Record<PledgeFacet, readonly string[]>>> = {
  conference: ['none', '2021-seoul', '2015-new-york'],
  memberState: STATES,
  status: STATUSES.filter((status) => status !== 'VOID'),
  level: ['L1', 'L2', 'L3', 'RDL'],
  missing: ['WHO', 'WHAT', 'HOW_MANY', 'BY_WHEN'],
  caveat: ['none', 'GEOGRAPHIC', 'TASK', 'TIME', 'COMMAND', 'OTHER'],
};

const others: readonly PledgesQuestion[] = [
  {},
  { memberState: 'RWA' },
  { status: ['ANNOUNCED', 'MATCHED'] },
  { missing: 'BY_WHEN', category: 'UNIT' },
  { lastWordTo: '2026-02-10' },
];
const moments: readonly AsOfQuery[] = [{}, { asOf: '2026-01-30' }];

it('holds for every facet, reader and filter', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.constantFrom(...moments), async (lives, moment) => {
      const { readModels, contexts, store } = await openInMemory({ clock: () => NOW });
      const log = aLog();
      lives.forEach((said, n) => tell(log, `pledge ${n}`, said));
      await append(store, log.events);
      await readModels.handle(await store.readAll());
      for (const caller of callers) {
        const ask = (question: PledgesQuestion) =>
          contexts
            .ask(moment, caller, (context) => pledgesMatching(context, { ...question, limit: 1 }, caller))
            .catch((error: unknown) => (error as Rejected).code);
        for (const facet of PLEDGE_FACETS) {
          for (const filters of others) {
            const answer = await ask({ ...filters, facet: [facet] });
            const isRefused =
              (facet === 'level' && caller.role === 'PUBLIC') ||
              (facet === 'caveat' && caller.role !== 'DESK');
            if (isRefused) expect([facet, caller.role, answer]).toEqual([facet, caller.role, 'FORBIDDEN']);
            if (typeof answer === 'string') {
              expect(isRefused).toBe(true);
              continue;
            }
            const counts = new Map(answer.facets[0]?.values.map(({ value, count }) => [value, count]));
            for (const value of new Set([...counts.keys(), ...(VALUES[facet] ?? [])])) {
              const found = await ask({ ...filters, [facet]: value });
              const total = typeof found === 'string' ? found : found.total;
              const told = [caller.role, filters, facet, value];
              expect([...told, counts.get(value) ?? 0]).toEqual([...told, total]);
            }
          }
        }
      }
      await closeAll();
    }),
    { numRuns: 5 },
  );
});
