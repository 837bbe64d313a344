/**
 * The decision on an act that is recorded for others: as if they had sent it, with a note beside it of who they are and of their
 * paper. What takes back or consents is proposed, and decided when another officer approves it. Accountability page, section 8.
 */
import { mustHaveCome, type DataOf, type PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { mustExist } from '../authorization.ts';
import { evolve } from '../evolve.ts';
import { mustBeDay } from '../period.ts';
import { forbidden, invalid, mustSay } from '../refusal.ts';
import type { CommandOf, Pledge, PledgeCommand } from '../state.ts';
import { actingRole, type ActingRole } from './acting-role.ts';
import { findAct } from './acts.ts';
import { recordersOf } from './recorders.ts';
import { secondOfficerFor } from './second-officer.ts';

/** The decision on a command as its sender's own. */
export type DecideOwn = (command: PledgeCommand) => readonly PledgeEvent[];

/** Nothing where it changes nothing. @throws {Rejected} as to the state or body itself, and for who records it, and by which paper. */
export const recordedAct = (
  command: PledgeCommand,
  pledge: Pledge,
  decide: DecideOwn,
): readonly PledgeEvent[] => {
  const { meta, data } = command;
  const { recorded, occurredOn } = meta;
  if (recorded === undefined) return decide(command);
  mustExist(command, pledge);
  // What is not there yet has no track: the announcement says where it leads.
  mayRecord(meta.role, command.type === 'AnnouncePledge' ? promisedBy(command, pledge) : pledge);
  mustBeOfPaper(command, recorded.paper);
  const role = actingRole(command, pledge, recorded);
  const events = decide(asTheirs(command, role));
  if (events.length === 0) return [];
  const { pledgeId } = data;
  const act = {
    pledgeId,
    actId: meta.commandId,
    command: command.type,
    role,
    state: meta.onBehalfOf,
    ...recorded,
  };
  const after = events.reduce((now, event, n) => evolve(now, asRecorded(event, command, n)), pledge);
  const ground = secondOfficerFor(command.type, events, [pledge, after], occurredOn ?? recorded.paper.date);
  return ground === undefined
    ? noted(events, act)
    : [{ type: 'ActProposed', data: { ...act, data: { ...data }, ground }, recordedFor: forWhom(act) }];
};

/** Decided as of now: what stood in its way when it was proposed may be gone, or have come. */
export const approvedAct = (
  { data: { actId }, meta }: CommandOf<'ApproveAct'>,
  pledge: Pledge,
  decide: DecideOwn,
): readonly PledgeEvent[] => {
  const found = findAct(pledge, actId);
  if (found === undefined) return [];
  const { command: type, role, state, body, paper, proposed } = found;
  const { dayAssumed: _, ...sent } = meta;
  const theirs = { ...sent, role, onBehalfOf: state, body, occurredOn: paper.date };
  const command = { type, data: proposed, meta: theirs } as PledgeCommand;
  actingRole(command, pledge, { body, paper });
  const act = { pledgeId: pledge.pledgeId, actId, command: type, role, state, body, paper };
  const events = decide(command).map((event) => ({ occurredOn: paper.date, ...event }));
  return noted(events, act);
};

type Noted = Omit<DataOf<'ActRecorded'>, 'events' | 'about'>;

const noted = (events: readonly PledgeEvent[], act: Noted): readonly PledgeEvent[] => [
  ...events.map((event) => ({ ...event, recordedFor: forWhom(act) })),
  {
    type: 'ActRecorded',
    data: {
      ...act,
      events: [...new Set(events.map(({ type }) => type))],
      about: [...new Set(events.flatMap(({ data }) => idsIn(data)))],
    },
    occurredOn: act.paper.date,
    recordedFor: forWhom(act),
  },
];

const forWhom = ({ role, state }: Noted) => ({ role, state });

/** What the events name by its id, such as a caveat or the evidence for a milestone; the pledge itself is named by all of them. */
const idsIn = (data: object): readonly string[] =>
  Object.entries(data).flatMap(([field, value]) => {
    if (field === 'pledgeId') return [];
    const named: readonly unknown[] =
      Array.isArray(value) && field === 'evidence' ? value : /Id$/.test(field) ? [value] : [];
    return named.filter((id) => typeof id === 'string');
  });

const asTheirs = (command: PledgeCommand, role: ActingRole): PledgeCommand => {
  const { recorded, ...meta } = command.meta;
  return { ...command, meta: { ...meta, role, recorder: meta.role, body: recorded?.body ?? null } };
};

const promisedBy = ({ data }: CommandOf<'AnnouncePledge'>, pledge: Pledge): Pledge => ({
  ...pledge,
  capabilityCode: data.capabilityCode,
  announcement: { ...data, announcedOn: null, duplicateChecked: false, missing: [] },
});

/** @throws {Rejected} FORBIDDEN */
const mayRecord = (role: string, pledge: Pledge): void => {
  const allowed = recordersOf(pledge);
  if (allowed.some((one) => one === role)) return;
  throw forbidden(
    'FORBIDDEN',
    `${role} may not record acts of others on this pledge; allowed: ${allowed.join(', ')}.`,
    { allowed, field: 'onBehalfOf' },
  );
};

/**
 * The act is of the day of its paper, from which it breaks a silence. Only an announcement may have been made before the paper
 * that tells of it.
 * @throws {Rejected} TEXT_MISSING, DATE_INVALID, DATE_IN_FUTURE, DATE_TOO_EARLY, PAPER_DATE_DIFFERS
 */
const mustBeOfPaper = ({ type, meta }: PledgeCommand, paper: Noted['paper']): void => {
  mustSay('onBehalfOf.paper.reference', paper.reference);
  mustBeDay('onBehalfOf.paper.date', paper.date);
  mustHaveCome('onBehalfOf.paper.date', paper.date, meta.now);
  const { occurredOn } = meta;
  if (occurredOn === null || occurredOn === paper.date) return;
  if (type === 'AnnouncePledge' && occurredOn < paper.date) return;
  throw invalid(
    'PAPER_DATE_DIFFERS',
    `The act counts on the day of its paper, ${paper.date}, and not on ${occurredOn}: leave the day out.`,
    { field: 'occurredOn', paperDate: paper.date },
  );
};

/** As the events would stand in the stream, to see what they make of the pledge. */
const asRecorded = (event: PledgeEvent, { meta }: PledgeCommand, n: number): RecordedEvent => ({
  id: `${meta.commandId} ${n}`,
  type: event.type,
  schemaVersion: 0,
  data: event.data,
  stream: '',
  revision: n,
  position: '',
  recordedAt: meta.now,
  metadata: {
    actor: meta.actor,
    role: meta.role,
    onBehalfOf: meta.onBehalfOf,
    correlationId: meta.correlationId,
    causationId: null,
    commandId: meta.commandId,
    bodyHash: meta.bodyHash,
    occurredOn: event.occurredOn === undefined ? meta.occurredOn : event.occurredOn,
    ruleSet: null,
    visibility: event.visibility ?? 'PUBLIC',
  },
});
