/**
 * What the queue offers to do about a task its reader would really be let do: by role and state, by the field of the desk, by what he did
 * before, and by where the pledge stands; no more than its page offers him.
 */
import fc from 'fast-check';
import { addDays, type Caller, type Role } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { announce, register } from '../../testing/a-pledge.ts';
import { chooseOffer, offerTo, publishNeed } from '../../testing/a-need.ts';
import { visitsAndMergers } from '../../testing/around-a-queue.ts';
import { plan, registerCourse, start, submitEvidence } from '../../testing/an-implementation.ts';
import { plans, STATES, tell } from '../../testing/random-lives.ts';
import {
  append,
  askedBy,
  closeAll,
  contentOf,
  contextOf,
  openInMemory,
} from '../../testing/read-models-of.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { getWorkQueue, workQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.schema.ts';

afterEach(closeAll);

const ROLES: readonly Role[] = [
  'DESK',
  'SFGC',
  'FGS',
  'PD',
  'DOS',
  'MISSION',
  'EVAL',
  'ADMIN',
  'AUDITOR',
  'IMPL',
];
const callers: readonly Caller[] = [
  ...ROLES.map((role): Caller => ({ subject: role, role, state: null })),
  ...STATES.map(focalPointOf),
];
const OF_OTHERS = /^\/(visits|needs)(\/|$)/;

it('is never more than the page of the pledge offers the same person', () =>
  fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 0, max: 800 }), async (planned, later) => {
      const log = aLog();
      for (const [n, one] of planned.entries()) tell(log, `pledge ${n}`, one);
      visitsAndMergers(log);
      const today = addDays('2026-01-15', later);
      for (const caller of callers) {
        const context = await contextOf(log.events, caller);
        const { items } = await workQueue(context, { limit: 200 }, caller, today);
        for (const { pledgeId, next } of items) {
          const own = next.filter(({ href }) => !OF_OTHERS.test(href));
          if (own.length === 0) continue;
          const { commands } = await pledgePage(context, pledgeId, caller, today);
          expect(commands).toEqual(expect.arrayContaining(own));
        }
      }
      await closeAll();
    }),
    { numRuns: 3 },
  ));

const asks = async (log: Log, kind: string, people: readonly Caller[], format?: 'csv') => {
  const { readModels, store } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(log.events);
  const asked = { kind, ...(format && { format }) };
  const answers = await Promise.all(people.map((one) => readModels.ask(getWorkQueue, asked, askedBy(one))));
  return answers.map((answer) => (format ? Buffer.from(answer.body).toString() : contentOf(answer)));
};
const commandsIn = (answer: unknown): readonly string[] =>
  (answer as WorkQueue).items.flatMap(({ next }) => next.map(({ command }) => command));
const person = (subject: string, role: Role = 'DESK'): Caller => ({ subject, role, state: null });

/** What an officer recorded for Bangladesh and another has to approve. */
const proposedBy = (subject: string): Log => {
  const log = aLog();
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  const act = log.add('one', 'ActProposed', {
    ...{ pledgeId: id('one'), actId: id('act'), command: 'WithdrawPledge', state: 'BGD', body: null },
    ...{ paper: { reference: 'Note verbale 88', date: '2026-02-01' }, ground: 'It takes back.' },
    data: { pledgeId: id('one'), reason: 'Needed at home' },
  });
  Object.assign(act.metadata, { actor: subject, role: 'DESK' });
  return log;
};

it('who recorded an act finds it among his tasks without its approval, whoever asked before him', async () => {
  const people = [person('second'), person('first'), person('second')];
  for (const order of [people, people.toReversed()]) {
    const offered = (await asks(proposedBy('first'), 'ACT_TO_APPROVE', order)).map(commandsIn);
    expect(offered).toEqual(
      order.map(({ subject }) => (subject === 'first' ? ['RejectAct'] : ['ApproveAct', 'RejectAct'])),
    );
  }
});

it('nor in a spreadsheet', async () => {
  const [theirs = '', his = ''] = await asks(
    proposedBy('first'),
    'ACT_TO_APPROVE',
    [person('second'), person('first')],
    'csv',
  );
  expect(theirs).toContain('ACT_TO_APPROVE');
  expect(theirs).toContain('/approval');
  expect(his).not.toContain('/approval');
});

it('who handed in evidence does not judge it in another role, and others do', async () => {
  const log = aLog();
  registerCourse(log, 'one');
  plan(log, 'one', ['2027-01-01']);
  start(log, 'one');
  submitEvidence(log, 'one', 'evidence');
  const submitter = String(log.events.at(-1)?.metadata.actor);
  const [his, others] = await asks(log, 'EVIDENCE_TO_JUDGE', [
    person(submitter, 'EVAL'),
    person('eva', 'EVAL'),
  ]);
  expect([commandsIn(his), commandsIn(others)]).toEqual([[], ['VerifyEvidence', 'RejectEvidence']]);
  expect((his as WorkQueue).total).toBe(1);
});

it('of a need that is open again the desk is offered what settles it, and others who see the task nothing', async () => {
  const log = aLog();
  announce(log, 'pledge');
  publishNeed(log, 'need');
  offerTo(log, 'need', 'chosen', 'pledge');
  offerTo(log, 'need', 'other', null, { memberState: 'AUS' });
  chooseOffer(log, 'need', 'chosen');
  log.add('pledge', 'PledgeWithdrawn', {
    ...{ pledgeId: id('pledge'), reason: 'r', effectiveOn: '2026-03-01', source: null, endedMatches: [] },
  });
  const [desks, auditors] = await asks(log, 'NEED_REOPENED', [desk, person('auditor', 'AUDITOR')]);
  expect((desks as WorkQueue).items[0]?.next.map(({ href }) => href)).toEqual([
    `/needs/${id('need')}/offers/${id('other')}/choice`,
    `/needs/${id('need')}/offers/${id('chosen')}/withdrawal`,
    `/needs/${id('need')}/closure`,
  ]);
  expect(commandsIn(auditors)).toEqual([]);
});
