/**
 * What two persons do: the page tells who proposed it that it waits for another, in the words of the refusal, and tells so nobody else.
 * Along who reads, what was proposed, whether something else waits for him, and whether it waits still.
 */
import type { Caller, Role } from '@pledgeline/contracts';
import { aLog, desk, id, type Log } from '../../testing/a-log.ts';
import { announce, register } from '../../testing/a-pledge.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../../testing/read-models-of.ts';
import type { CommandsNow } from '../commands/commands-now.ts';
import { getPledge } from './pledge-page.ts';

afterEach(closeAll);

type Command = 'CorrectEvent' | 'AnnulEvent' | 'ReclassifyPledge' | 'ApproveAct';

interface Case {
  readonly role: Role;
  readonly detail: string;
  readonly propose: (log: Log, name: string, actor: string) => void;
  /** Null where a second one takes the place of the first. */
  readonly reject: ((log: Log, name: string) => void) | null;
}

const pledgeId = id('one');
const reason = 'Another day';
const said = (log: Log, role: Role, actor: string, ...[type, data]: [string, object]): void => {
  const event = log.add('one', type as 'CorrectionProposed', data);
  Object.assign(event.metadata, { actor, role });
};

const changes = [{ field: 'occurredOn', old: '2026-01-20', new: '2026-01-21' }];
const corrected = (name: string) => ({
  ...{ pledgeId, correctionId: id(name), corrects: id('event'), correctedType: 'PledgeRegistered' },
  ...{ changes, reason },
});
const annulled = (name: string) => ({
  ...{ pledgeId, annulmentId: id(name), annuls: [id('event')], annulledTypes: ['PledgeRegistered'], reason },
});
const act = (name: string) => ({
  ...{ pledgeId, actId: id(name), command: 'WithdrawPledge', role: 'MS', state: 'BGD', body: null },
  ...{
    paper: { reference: 'NV 88', date: '2026-02-01' },
    data: { pledgeId, reason },
    ground: 'It takes back.',
  },
});

const CASES: Readonly<Record<Command, Case>> = {
  CorrectEvent: {
    role: 'ADMIN',
    detail: 'A correction needs two persons: another records officer agrees to it.',
    propose: (log, name, actor) => said(log, 'ADMIN', actor, 'CorrectionProposed', corrected(name)),
    reject: (log, name) =>
      said(log, 'ADMIN', 'first', 'CorrectionRejected', { pledgeId, correctionId: id(name), reason }),
  },
  AnnulEvent: {
    role: 'ADMIN',
    detail: 'An annulment needs two persons: another records officer agrees to it.',
    propose: (log, name, actor) => said(log, 'ADMIN', actor, 'AnnulmentProposed', annulled(name)),
    reject: (log, name) => said(log, 'ADMIN', 'first', 'AnnulmentRejected', annulled(name)),
  },
  ReclassifyPledge: {
    role: 'SFGC',
    detail: 'The person who proposed the code may not decide it.',
    propose: (log, _, actor) =>
      said(log, 'SFGC', actor, 'ReclassificationProposed', { pledgeId, capabilityCode: 'FPU', reason }),
    reject: null,
  },
  ApproveAct: {
    role: 'DESK',
    detail: 'Who recorded WithdrawPledge for BGD does not judge it: another officer does.',
    propose: (log, name, actor) => said(log, 'DESK', actor, 'ActProposed', act(name)),
    reject: (log, name) => said(log, 'DESK', 'first', 'ActRejected', { pledgeId, actId: id(name), reason }),
  },
};

const start = (): Log => {
  const log = aLog();
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  return log;
};

const person = (role: Role, subject: string): Caller => ({ ...desk, role, subject });

/** Whether each is offered the command, and what he is told of it instead. */
const told = async (log: Log, command: Command, readers: readonly Caller[]) => {
  const { readModels, store } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(log.events);
  const pages = readers.map((reader) => readModels.ask(getPledge, { pledgeId }, askedBy(reader)));
  return (await Promise.all(pages)).map((page) => {
    const { commands, notNow } = contentOf(page) as CommandsNow;
    const refused = notNow.filter((one) => one.command === command);
    const all = [
      ...(commands.some((one) => one.command === command) ? ['offered'] : []),
      ...refused.map(({ code, detail }) => `${code}: ${detail}`),
    ];
    return all.join(' and ') || 'nothing';
  });
};

describe.each(Object.entries(CASES) as [Command, Case][])(
  '%s',
  (command, { role, detail, propose, reject }) => {
    const itself = `SAME_PERSON: ${detail}`;

    it('is told to who proposed as waiting for another, and offered to the other, whoever asked first', async () => {
      const log = start();
      propose(log, 'a', 'first');
      const readers = [person(role, 'first'), person(role, 'second')];
      expect(await told(log, command, readers)).toEqual([itself, 'offered']);
      expect(await told(log, command, readers.toReversed())).toEqual(['offered', itself]);
    });

    it('is told to nobody of another role, who could not send it either, nor to states and the public', async () => {
      const log = start();
      propose(log, 'a', 'first');
      const readers: readonly Caller[] = [
        person('EVAL', 'first'),
        person('IMPL', 'first'),
        { subject: 'first', role: 'MS', state: 'BGD' },
        { subject: 'first', role: 'MS', state: 'NOR' },
        { subject: 'first', role: 'PUBLIC', state: null },
      ];
      expect(await told(log, command, readers)).toEqual(readers.map(() => 'nothing'));
    });

    if (reject === null) return;

    it('where another’s waits beside his own, that one is his to decide', async () => {
      const log = start();
      propose(log, 'a', 'first');
      propose(log, 'b', 'second');
      expect(await told(log, command, [person(role, 'first'), person(role, 'third')])).toEqual([
        'offered',
        'offered',
      ]);
    });

    it('is no matter any more once his proposal is turned down', async () => {
      const log = start();
      propose(log, 'a', 'first');
      reject(log, 'a');
      expect(await told(log, command, [person(role, 'first')])).toEqual(['nothing']);
    });
  },
);

it.each(['CorrectEvent', 'AnnulEvent'] as const)(
  '%s is told neither as possible nor as refused to who recorded some act and proposed nothing',
  async (command) => {
    const log = start();
    CASES.ApproveAct.propose(log, 'act', 'recorder');
    CASES[command].propose(log, 'a', 'first');
    const readers = [person('ADMIN', 'recorder'), person('ADMIN', 'first')];
    expect(await told(log, command, readers)).toEqual(['nothing', `SAME_PERSON: ${CASES[command].detail}`]);
  },
);
