/**
 * A filter finds what its reader would find in the answers that he is given without it, or is refused: found.md C7. Every
 * filter of every list, for every kind of reader, over pledges that nobody thought of.
 * Long because every filter of every list stands in one table.
 */
import fc from 'fast-check';
import {
  CAVEAT_KINDS,
  LEVELS,
  LISTED_STATUSES,
  SMART_PARTS,
  TRACKS,
  type Caller,
} from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from './answers/as-of.ts';
import { pledgePage } from './pages/pledge/pledge-page.ts';
import type { PledgePage } from './pages/pledge/pledge.schema.ts';
import type { QueryContext } from './answers/query-context.ts';
import type { QueryContexts } from './read-models/query-contexts.ts';
import { pledgesMatching } from './pages/pledge/pledges-matching.ts';
import type { PledgeFilters } from './views/register/pledge-filters.ts';
import { aLog } from './testing/a-log.ts';
import { plans, STATES, tell } from './testing/random-lives.ts';
import { append, closeAll, openInMemory } from './testing/read-models-of.ts';

afterEach(closeAll);

const NAMES = new Map([
  ['BGD', 'Bangladesh'],
  ['RWA', 'Rwanda'],
  ['NOR', 'Norway'],
  ['INF-BN', 'Infantry battalion'],
  ['HOSP-L2', 'Level 2 field hospital'],
  ['TRG-COURSE', 'Training course'],
]);

const callers: readonly Caller[] = [
  ...(['PUBLIC', 'SUBSCRIBER', 'IMPL', 'DESK', 'AUDITOR', 'MISSION'] as const).map((role) => ({
    subject: 'somebody',
    role,
    state: null,
  })),
  ...STATES.flatMap((state) =>
    (['MS', 'PARTNER'] as const).map((role) => ({ subject: 'somebody', role, state })),
  ),
];
const someCallers = fc.shuffledSubarray([...callers], { minLength: 5, maxLength: 5 });
const readsAll = ({ role }: Caller): boolean => ['DESK', 'AUDITOR', 'MISSION'].includes(role);

/** How a reader would find them himself, in what he is shown. Null where the question is not his to ask. */
const byHand: Readonly<
  Record<
    keyof PledgeFilters,
    (value: string, caller: Caller, isForOwn: boolean) => ((page: PledgePage) => boolean) | null
  >
> = {
  reference: (reference) => (page) => page.reference === reference,
  conference: (code) => (page) => page.conference === (code === 'none' ? null : code),
  memberState: (state) => (page) => {
    const partners = (page.partnership?.partners ?? []).map((partner) => partner.state);
    return [page.memberState, page.partnership?.lead, ...partners].includes(state);
  },
  category: (category) => (page) => page.category === category,
  capabilityCode: (code) => (page) => page.capabilityCode === code,
  theme: (theme) => (page) => page.themes.includes(theme),
  track: (track) => (page) => page.track === track,
  status: (status) => (page) => page.status === status,
  level: (level, { role }) =>
    ['PUBLIC', 'SUBSCRIBER'].includes(role) ? null : (page) => page.level === level,
  q: (words) => (page) => {
    const { reference, description, memberState, memberStateName, capabilityCode, partnership } = page;
    const partners = (partnership?.partners ?? []).flatMap(({ state }) => [state, NAMES.get(state ?? '')]);
    const named = NAMES.get(capabilityCode ?? '');
    const shown = [reference, description, memberState, memberStateName, capabilityCode, named, ...partners];
    const has = shown
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return words.split(' ').every((word) => has.some((one) => one.startsWith(word.toLowerCase())));
  },
  announcedFrom: (day) => (page) => page.announcedOn !== null && page.announcedOn >= day,
  announcedTo: (day) => (page) => page.announcedOn !== null && page.announcedOn <= day,
  lastWordFrom: (day) => (page) => page.lastWordOn !== null && page.lastWordOn >= day,
  lastWordTo: (day) => (page) => page.lastWordOn !== null && page.lastWordOn <= day,
  due: (day, caller, isForOwn) =>
    readsAll(caller) || isForOwn ? (page) => page.dueOn !== null && page.dueOn <= day : null,
  dueFrom: (day, caller, isForOwn) =>
    readsAll(caller) || isForOwn ? (page) => page.dueOn !== null && page.dueOn >= day : null,
  missing: (part) => (page) => page.missing.some((one) => one === part),
  assignee: (officer, caller) =>
    readsAll(caller)
      ? ({ file }) =>
          [file?.assignee, ...(file?.tasks ?? []).map(({ assignee }) => assignee)].includes(officer)
      : null,
  caveat: (kind, caller) =>
    ofCaveats(caller, (kinds) => (kind === 'none' ? kinds.length === 0 : kinds.includes(kind))),
  withoutCaveat: (kind, caller) => ofCaveats(caller, (kinds) => !kinds.includes(kind)),
};

/** Of all pledges for readers of all, of its own for a state. */
const ofCaveats = (caller: Caller, fits: (kinds: readonly string[]) => boolean) => {
  if (!readsAll(caller) && caller.role !== 'MS') return null;
  return (page: PledgePage): boolean => {
    const open = (page.caveats ?? []).filter(({ liftedOn }) => liftedOn === null).map(({ kind }) => kind);
    return (readsAll(caller) || page.memberState === caller.state) && fits(open);
  };
};

const values: Readonly<Record<keyof PledgeFilters, readonly string[]>> = {
  reference: ['none/BGD/pledge 0', '2021-seoul/RWA/pledge 1', '2015-new-york/NOR/pledge 0', 'none'],
  conference: ['none', '2021-seoul', '2015-new-york'],
  memberState: STATES,
  category: ['UNIT', 'ENABLER', 'TRAINING', 'FINANCE'],
  capabilityCode: ['INF-BN', 'HOSP-L2', 'TRG-COURSE'],
  theme: ['poc', 'a4p-women', 'safety-security'],
  track: TRACKS,
  status: LISTED_STATUSES,
  level: LEVELS,
  q: ['rwanda', 'pledge 1', 'inf bn', 'NORW', 'hosp bgd', 'battalion', 'nowhere'],
  announcedFrom: ['2026-01-01', '2026-01-02', '2099-12-31'],
  announcedTo: ['2026-01-01', '2025-12-31', '2099-12-31'],
  lastWordFrom: ['2026-01-01', '2026-01-11', '2026-02-01', '2026-02-11'],
  lastWordTo: ['2026-01-10', '2026-01-31', '2026-02-10', '2026-02-28'],
  due: ['2026-03-01', '2027-01-01', '2027-01-20', '2099-12-31'],
  dueFrom: ['2026-03-01', '2026-03-02', '2027-01-20', '2099-12-31'],
  missing: SMART_PARTS,
  assignee: ['officer.a', 'officer.b', 'nobody'],
  caveat: ['none', ...CAVEAT_KINDS],
  withoutCaveat: CAVEAT_KINDS,
};
const filters = Object.keys(values) as readonly (keyof PledgeFilters)[];

/** One filter, or two together. */
const questions: readonly PledgeFilters[] = filters.flatMap((one, n) => {
  const other = filters[(n + 3) % filters.length] ?? one;
  return values[one].flatMap((value, at) => {
    const beside = values[other][at % values[other].length];
    return [{ [one]: value }, { [one]: value, [other]: beside }];
  });
});

const moments: readonly AsOfQuery[] = [{}, { asOf: '2026-02-05' }, { knownAt: '2026-11-20T00:00:00Z' }];

const ask = <Answer>(
  contexts: QueryContexts,
  moment: AsOfQuery,
  caller: Caller,
  question: (context: QueryContext) => Promise<Answer>,
): Promise<Answer | string> =>
  contexts.ask(moment, caller, question).catch((error: unknown) => (error as Rejected).code);

const pagesShownTo =
  (caller: Caller) =>
  async (context: QueryContext): Promise<readonly PledgePage[]> => {
    const { items, total } = await pledgesMatching(context, { limit: 200 }, caller);
    expect(total).toBe(items.length);
    return Promise.all(
      items.map(async ({ pledgeId, lastWordOn }) => ({
        ...(await pledgePage(context, pledgeId, caller, context.today)),
        lastWordOn,
      })),
    );
  };

/** Walked two at a time. */
const foundBy =
  (question: PledgeFilters, caller: Caller) =>
  async (context: QueryContext): Promise<object> => {
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await pledgesMatching(context, { ...question, limit: 2, cursor }, caller);
      found.push(...page.items.map(({ reference }) => reference));
      cursor = page.next;
      if (cursor === null) return { found, total: page.total };
    }
    return {};
  };

it('is so for every filter of the list of pledges, and every reader', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.constantFrom(...moments), someCallers, async (lives, moment, asking) => {
      const { readModels, contexts, store } = await openInMemory({ clock: () => '2026-11-23T09:00:00.000Z' });
      const log = aLog();
      lives.forEach((said, n) => tell(log, `pledge ${n}`, said));
      await append(store, log.events);
      await readModels.handle(await store.readAll());
      for (const caller of asking) {
        const shown = await ask(contexts, moment, caller, pagesShownTo(caller));
        if (typeof shown === 'string') throw new Error(shown);
        for (const question of questions) {
          const asked = Object.entries(question) as [keyof PledgeFilters, string][];
          const isForOwn =
            moment === moments[0] &&
            (question.memberState === caller.state ||
              (caller.role === 'MS' && asked.some(([filter]) => /caveat/i.test(filter))));
          const tests = asked.map(([filter, value]) => byHand[filter](value, caller, isForOwn));
          const isRefused = tests.includes(null);
          const references = shown
            .filter((page) => tests.every((fits) => fits?.(page) === true))
            .map(({ reference }) => reference)
            .sort();
          const answer = await ask(contexts, moment, caller, foundBy(question, caller));
          expect([caller, moment, question, answer]).toEqual([
            caller,
            moment,
            question,
            isRefused ? 'FORBIDDEN' : { found: references, total: references.length },
          ]);
        }
      }
      await closeAll();
    }),
    { numRuns: 6 },
  );
});
