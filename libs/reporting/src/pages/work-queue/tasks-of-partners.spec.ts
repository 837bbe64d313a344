/** What waits because several carry a pledge, for whom and since when: accountability page, section 6. */
import type { Caller, DataOf } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { leave, together } from '../../testing/a-partnership.ts';
import {
  append,
  askedBy,
  closeAll,
  contentOf,
  contextOf,
  openInMemory,
} from '../../testing/read-models-of.ts';
import { getWorkQueue, workQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.schema.ts';
import type { TaskKind } from '../../views/tasks/task.ts';

afterEach(closeAll);

const pledgeId = id('unit');
const ghana = focalPointOf('GHA');
const norway = focalPointOf('NOR');
const forBody = (body: string): Caller => ({ subject: 'partner', role: 'PARTNER', state: null, body });

const joint = (kind: DataOf<'PartnershipDeclared'>['kind'] = 'JOINT_DEPLOYMENT'): Log => {
  const log = aLog();
  together(log, 'unit', kind, 'SRB');
  return log;
};
const terms = { role: 'UNIT' as const, part: null, share: 20, from: '2027-01-01', to: null };
const invited = (who: Pick<DataOf<'PartnerInvited'>, 'state' | 'body'>): Log => {
  const log = joint();
  const invitation = { ...terms, ...who, lead: 'NOR', consentReference: null };
  log.add(
    'unit',
    'PartnerInvited',
    { pledgeId, proposalId: id('asked'), ...invitation },
    { on: '2026-02-01' },
  );
  return log;
};
const inLines = ({ items }: WorkQueue) =>
  items.map(({ since, due, next }) => [since, due, ...next.map(({ command }) => command)]);
const tasks = async (log: Log, kind: TaskKind, caller: Caller, today = '2026-03-03') =>
  inLines(await workQueue(await contextOf(log.events), { kind }, caller, today));
/** Through all that keeps from a reader what he may not read. */
const read = async (log: Log, kind: TaskKind, caller: Caller) => {
  const { store, readModels } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(await store.readAll({ limit: 1000 }));
  return inLines(contentOf(await readModels.ask(getWorkQueue, { kind }, askedBy(caller))) as WorkQueue);
};

it('an invitation is a task of the invited state, or of that body, and of nobody else but who sees all', async () => {
  const kind = 'INVITATION_TO_ANSWER';
  const answers = ['2026-02-01', null, 'AcceptInvitation', 'DeclinePartner'];
  const log = invited({ state: 'GHA', body: null });
  expect(await read(log, kind, ghana)).toEqual([answers]);
  // Who sees all may turn it down, and not accept it for them.
  expect(await read(log, kind, desk)).toEqual([answers.filter((one) => one !== 'AcceptInvitation')]);
  for (const other of [norway, focalPointOf('SRB'), focalPointOf('SWE'), forBody('UNITAR')])
    expect(await read(log, kind, other)).toEqual([]);
  const ofBody = invited({ state: null, body: 'UNITAR' });
  expect(await read(ofBody, kind, forBody('Unitar'))).toEqual([answers]);
  for (const other of [forBody('UNDP'), ghana]) expect(await read(ofBody, kind, other)).toEqual([]);
});

it('a request, and a join of before, is a task of the lead', async () => {
  const kind = 'PARTNER_TO_CONFIRM';
  const log = joint();
  const asked = { ...terms, state: 'GHA', body: null, leadConsentReference: null };
  log.add(
    'unit',
    'PartnershipRequested',
    { pledgeId, proposalId: id('asked'), ...asked },
    { on: '2026-02-02' },
  );
  const alone = { ...asked, state: 'POL', from: '2026-01-05', confirmation: null };
  log.add('unit', 'PartnerJoined', { pledgeId, ...alone });
  expect(await tasks(log, kind, norway)).toEqual([
    ['2026-01-05', null, 'ConfirmPartner', 'PartFromPartner'],
    ['2026-02-02', null, 'ConfirmPartner', 'DeclinePartner'],
  ]);
  for (const other of [ghana, focalPointOf('POL'), focalPointOf('SRB')])
    expect(await tasks(log, kind, other)).toEqual([]);
});

describe('a hand-over', () => {
  const kind = 'HANDOVER_DUE';
  const handover = (): Log => {
    const log = joint();
    const declared = { kind: 'HANDOVER' as const, lead: 'NOR', handoverTo: 'SRB', handoverOn: '2026-09-01' };
    log.add('unit', 'PartnershipDeclared', { pledgeId, ...declared });
    return log;
  };
  const both = async (log: Log, today: string) =>
    Promise.all(
      [norway, focalPointOf('SRB')].map(async (caller) => (await tasks(log, kind, caller, today)).length),
    );

  it('is a task of both from 90 days before its day on', async () => {
    expect(await both(handover(), '2026-06-02')).toEqual([0, 0]);
    expect(await both(handover(), '2026-06-03')).toEqual([1, 1]);
    expect(await both(handover(), '2026-12-01')).toEqual([1, 1]);
    expect((await tasks(handover(), kind, norway, '2026-06-03'))[0]).toEqual(
      expect.arrayContaining(['2026-06-03', '2026-09-01', 'NameLead']),
    );
  });

  it('is none when the next state leads, and one of the lead at once when that left', async () => {
    const led = handover();
    const named = { lead: 'SRB', formerLead: 'NOR', consentReference: 'NV/1' };
    led.add('unit', 'LeadNamed', { pledgeId, ...named }, { on: '2026-05-01' });
    expect(await both(led, '2026-08-01')).toEqual([0, 0]);
    const left = handover();
    leave(left, 'unit', 'SRB', '2026-03-01');
    expect(await both(left, '2026-03-02')).toEqual([1, 0]);
  });
});
