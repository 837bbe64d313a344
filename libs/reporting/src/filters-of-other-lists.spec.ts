/** The filters of the lists beside that of pledges find what their readers would find by hand: found.md C7. */
import { IDEA_KINDS, NEED_KINDS, ROLES, VISIT_PURPOSES, type Caller } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { FILLS } from './views/gap-board.view.ts';
import { gapsAndWhatFillsThem } from './pages/gaps/gaps-and-what-fills-them.ts';
import { IDEA_STATES } from './views/idea-list.view.ts';
import { ideas } from './pages/ideas/ideas.ts';
import { NEED_STATES } from './views/need-board.view.ts';
import { needsAndOffers } from './pages/needs/needs-and-offers.ts';
import { rotations } from './pages/rotations/rotations.ts';
import type { QueryContext } from './answers/query-context.ts';
import { aLog, id, type Log } from './testing/a-log.ts';
import { together } from './testing/a-partnership.ts';
import { announce, document, register } from './testing/a-pledge.ts';
import { publishGap, reserve, scheduleVisit, wholeLife } from './testing/around-a-pledge.ts';
import { closeAll, openInMemory } from './testing/read-models-of.ts';
import { VISIT_STATES } from './views/visit-diary.view.ts';
import { visitsPlannedAndHeld } from './pages/visits/visits-planned-and-held.ts';
import { TASK_KINDS } from '@pledgeline/contracts';
import { workQueue } from './pages/work-queue/work-queue.ts';

afterEach(closeAll);

const STATES = ['BGD', 'RWA', 'NOR'];

const everything = (log: Log): void => {
  wholeLife(log, 'one');
  wholeLife(log, 'two', {
    memberState: 'RWA',
    memberStateAsStated: 'Rwanda',
    reference: 'none/RWA/INF-BN-two',
  });
  together(log, 'joint', 'ROTATION', 'BGD');
  announce(log, 'new');
  announce(log, 'waiting', { memberState: 'RWA', reference: 'none/RWA/INF-BN-waiting' });
  register(log, 'waiting', '2026-01-20');
  document(log, 'waiting', 'NOTE_VERBALE', '2026-02-01');
  const question = { pledgeId: id('waiting'), clarificationId: id('q'), question: 'q', blocking: true };
  log.add('waiting', 'ClarificationRequested', { ...question, dueOn: '2026-03-01' });
  publishGap(log, 'open', { mission: 'UNMISS', capabilityCode: 'HOSP-L2' });
  publishGap(log, 'full', { number: 1 });
  reserve(log, 'full', 'one');
  scheduleVisit(log, 'planned', ['waiting'], { memberState: 'RWA', purpose: 'RDL' });
  const raised = { themes: [], text: 'i', source: 's', conference: '2021-prep-performance' };
  for (const [n, kind] of [...IDEA_KINDS, ...IDEA_KINDS].entries()) {
    const memberState = n < IDEA_KINDS.length ? 'BGD' : null;
    const data = { ...raised, ideaId: id(`idea ${n}`), kind, memberState };
    const event = log.add(`idea ${n}`, 'PledgeIdeaRaised', data);
    if (kind === 'EXPECTED') Object.assign(event.metadata, { visibility: 'INTERNAL' });
    log.add(`idea ${n}`, 'ContactLogged', {
      ideaId: id(`idea ${n}`),
      contactOn: '2026-01-01',
      with: 'w',
      note: 'n',
    });
  }
  log.add('idea 0', 'PledgeIdeaTakenUp', { ideaId: id('idea 0'), pledgeId: id('one') });
  for (const [n, kind] of NEED_KINDS.entries()) {
    const need = { needId: id(`need ${n}`), kind, text: 'n', memberState: STATES[n % 2] ?? null, body: null };
    log.add(`need ${n}`, 'NeedPublished', { ...need, number: 1, neededBy: null, source: 's' });
  }
  const offer = {
    needId: id('need 0'),
    offerId: id('offer'),
    memberState: 'NOR',
    body: null,
    text: 'o',
    number: null,
  };
  log.add('need 0', 'OfferMade', { ...offer, pledgeId: null });
};

type Item = Readonly<Record<string, unknown>>;
type Fits = (item: Item, value: string) => boolean;
type List = (
  context: QueryContext,
  question: object,
  caller: Caller,
) => Promise<{ readonly items: readonly object[]; readonly total: number }>;

const says =
  (field: string): Fits =>
  (item, value) =>
    item[field] === value;
const holds =
  (field: string): Fits =>
  (item, value) =>
    (item[field] as readonly string[]).includes(value);

/** Each list with its filters: their values, and what they ask of an item. */
const lists: readonly [string, List, Readonly<Record<string, readonly [readonly string[], Fits]>>][] = [
  [
    'ideas',
    (context, question, caller) => ideas(context, question, caller),
    {
      kind: [IDEA_KINDS, says('kind')],
      state: [IDEA_STATES, says('state')],
      memberState: [STATES, says('memberState')],
      conference: [['2021-prep-performance', 'none'], says('conference')],
    },
  ],
  [
    'visits',
    (context, question) => visitsPlannedAndHeld(context, question),
    {
      purpose: [VISIT_PURPOSES, says('purpose')],
      state: [VISIT_STATES, says('state')],
      memberState: [STATES, says('memberState')],
    },
  ],
  [
    'gaps',
    (context, question, caller) => gapsAndWhatFillsThem(context, question, caller),
    {
      fill: [FILLS, says('fill')],
      mission: [['MINUSCA', 'UNMISS', 'x'], says('mission')],
      capabilityCode: [['INF-BN', 'HOSP-L2'], says('capabilityCode')],
    },
  ],
  [
    'needs',
    (context, question) => needsAndOffers(context, question),
    {
      kind: [NEED_KINDS, says('kind')],
      state: [NEED_STATES, says('state')],
      memberState: [STATES, says('memberState')],
    },
  ],
  [
    'rotations',
    (context, question) => rotations(context, question),
    { memberState: [STATES, holds('states')] },
  ],
  [
    'work queue',
    (context, question, caller) => workQueue(context, question, caller, '2027-06-30'),
    { kind: [TASK_KINDS, says('kind')], role: [ROLES, holds('waitsFor')] },
  ],
];

const callers = ROLES.flatMap((role) =>
  [...STATES, null].map((state) => ({ subject: 'somebody', role, state })),
);

it.each(lists)('%s', async (_, list, filters) => {
  const { readModels, contexts } = await openInMemory();
  const log = aLog();
  everything(log);
  await readModels.handle(log.events);
  const answered = (caller: Caller, question: object) =>
    contexts
      .ask({}, caller, (context) => list(context, { ...question, limit: 200 }, caller))
      .then(({ items, total }) => ({ items: items as readonly Item[], total }))
      .catch((error: unknown) => (error as Rejected).code);
  const sizes = new Set<number>();
  for (const caller of callers) {
    const all = await answered(caller, {});
    for (const [filter, [values, fits]] of Object.entries(filters)) {
      for (const value of [...values, values.slice(0, 2)]) {
        const found = await answered(caller, { [filter]: value });
        if (found === 'FORBIDDEN' || typeof all === 'string') {
          // Refused as a whole, or for what no item of his says.
          expect([caller, filter, value, found]).toEqual([caller, filter, value, 'FORBIDDEN']);
          if (typeof all !== 'string' && typeof value === 'string') {
            expect(all.items.some((item) => fits(item, value))).toBe(false);
          }
          continue;
        }
        const items = all.items.filter((item) => [value].flat().some((one) => fits(item, one)));
        expect([caller, filter, value, found]).toEqual([
          caller,
          filter,
          value,
          { items, total: items.length },
        ]);
        sizes.add(items.length);
      }
    }
  }
  expect(sizes.size).toBeGreaterThan(1);
});
