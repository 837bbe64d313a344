/**
 * Who may do what, and when: the checks that every command passes before its own, in one order, and the same asked ahead
 * of any command. Lifecycle page, section 3, rules 3 to 5.
 */
import { earliestToday, mayActFor, mustActFor } from '@pledgeline/contracts';
import type { Owners, Status } from '@pledgeline/contracts';
import { type Rejected } from '@pledgeline/event-sourcing';
import { dayOf } from './business-date.ts';
import type { Circumstances } from './circumstances.ts';
import type { PledgeCommand, PledgeCommandType } from './commands.ts';
import { mustBeDated } from './dates-in-order.ts';
import { conflict, forbidden, missing } from './refusal.ts';
import { rules, type RuleBook } from './rule-book.ts';
import { statesOf } from './partnership/partnership.state.ts';
import type { Pledge } from './state.ts';
import { ANY_STATE } from './transition.ts';
import type { Transition } from './transition.ts';
import { transitionOf, transitions } from './transitions.ts';

export interface PledgeCaller {
  readonly role: string;
  /** The state the caller speaks for, or null. */
  readonly state: string | null;
}

const commandTypes = Object.keys(transitions) as readonly PledgeCommandType[];

/** What the caller may send now, by status, track, role, own state, and preconditions that need no body. */
export const allowedUnder =
  (book: RuleBook) =>
  (pledge: Pledge, caller: PledgeCaller, today: string): PledgeCommandType[] => {
    const circumstances = onDay(today, caller.role, book);
    return commandTypes.filter((type) => {
      const row = transitionOf(type);
      return (
        row.from.includes(pledge.status) &&
        isOnTrack(row, pledge) &&
        row.roles.some((role) => role === caller.role) &&
        mayActFor(
          caller,
          pledge.status === null ? 'SENDER' : ownersOf(caller.role, ownerOf(row, pledge), pledge),
        ) &&
        isNarrowedTo(row, pledge, caller.role) &&
        row.precondition?.(pledge, circumstances, null) === undefined
      );
    });
  };

/** Of a question that names a day and no hour. */
export const onDay = (day: string, role: string, book: RuleBook = rules): Circumstances => ({
  on: day,
  today: day,
  earliestToday: day,
  role,
  rules: book.inForce(day),
});

/** Whether the pledge exists and the caller's role may send this at all. @throws {Rejected} */
export const mustBeTheirs = (command: PledgeCommand, pledge: Pledge): void => {
  const { type, meta } = command;
  const row = transitionOf(type);
  if (pledge.status === null && !row.from.includes(null)) {
    throw missing('PLEDGE_NOT_FOUND', `There is no pledge ${command.data.pledgeId}.`);
  }
  const role = meta.role;
  if (!row.roles.some((allowed) => allowed === role)) {
    throw forbidden('FORBIDDEN', `${role} may not send ${type}; allowed: ${row.roles.join(', ')}.`, {
      allowed: row.roles,
    });
  }
  const owner = type === 'AnnouncePledge' ? command.data.memberState : ownerOf(row, pledge);
  mustActFor(meta, ownersOf(role, owner, pledge), { allowed: row.roles, memberState: owner });
  if (type === 'MatchPledge' && role === 'SYSTEM' && !command.data.reserved) {
    throw forbidden('FORBIDDEN', 'The system matches only what a gap has reserved; allowed: SFGC.', {
      allowed: ['SFGC'],
    });
  }
};

/** Status, track, the role where it depends on the pledge, business date, precondition: in this order. @throws {Rejected} */
export const mustBeInOrder = (command: PledgeCommand, pledge: Pledge, book: RuleBook): Circumstances => {
  const { type, meta } = command;
  const today = dayOf(meta.now);
  const circumstances: Circumstances = {
    on: meta.occurredOn ?? today,
    today,
    earliestToday: earliestToday(meta.now),
    role: meta.role,
    rules: book.inForce(today),
  };
  const row = transitionOf(type);
  if (!row.from.includes(pledge.status) || lacksException(command, pledge)) {
    throw wrongOrder(command, pledge, circumstances, book);
  }
  if (!isOnTrack(row, pledge)) {
    throw conflict('WRONG_TRACK', `${type} belongs to the ${row.track ?? 'other'} track.`, {
      allowed: row.track,
    });
  }
  if (!isNarrowedTo(row, pledge, meta.role)) {
    const allowed = row.narrowed?.(pledge) ?? row.roles;
    throw forbidden(
      'FORBIDDEN',
      `${meta.role} may not send ${type} for this unit; allowed: ${allowed.join(', ')}.`,
      {
        allowed,
      },
    );
  }
  mustBeDated(command, pledge, row.dated);
  const refused = row.precondition?.(pledge, circumstances, command);
  if (refused) throw refused;
  return circumstances;
};

/** A pledge is its state's. To a partner, which may be a body that is no state, it is whose part it has. */
const ownersOf = (role: string, owner: string, pledge: Pledge): Owners => {
  if (owner === ANY_STATE) return 'SENDER';
  return role === 'PARTNER'
    ? { states: statesOf(pledge), bodies: bodiesOf(pledge) }
    : { states: [owner], bodies: [] };
};

const bodiesOf = ({ partnership }: Pledge): readonly string[] =>
  (partnership?.partners ?? []).flatMap(({ body }) => body ?? []);

const ownerOf = ({ stateOf }: Transition, pledge: Pledge): string => stateOf?.(pledge) ?? pledge.memberState;

const isOnTrack = ({ track }: Transition, pledge: Pledge): boolean =>
  track === null || pledge.track === null || pledge.track === track;

const isNarrowedTo = ({ narrowed }: Transition, pledge: Pledge, role: string): boolean =>
  narrowed?.(pledge).some((allowed) => allowed === role) ?? true;

/** The status allows a deployment from SELECTED and MOU_SIGNED by exception only. */
const lacksException = (command: PledgeCommand, { status }: Pledge): boolean =>
  command.type === 'DeployUnit' && status !== 'READY' && command.data.exception === null;

/** Codes that say more than WRONG_ORDER, where the pledge is past the act. */
const pastIt = (type: PledgeCommandType, { status, mou, reachedOn }: Pledge) => {
  if (type === 'AcknowledgePledge' && 'ACKNOWLEDGED' in reachedOn) return 'ALREADY_ACKNOWLEDGED';
  if (type === 'WithdrawPledge' && status === 'WITHDRAWN') return 'ALREADY_WITHDRAWN';
  if (type === 'SignMou' && mou !== null && MOU_STANDS.includes(status)) return 'MOU_EXISTS';
  if (type === 'DeployUnit' && status === 'DEPLOYED') return 'ALREADY_DEPLOYED';
  return 'WRONG_ORDER';
};

const MOU_STANDS: readonly (Status | null)[] = ['MOU_SIGNED', 'READY', 'DEPLOYED'];

const wrongOrder = (
  command: PledgeCommand,
  pledge: Pledge,
  { today, role }: Circumstances,
  book: RuleBook,
): Rejected => {
  const { type, meta } = command;
  const { status } = pledge;
  const allowed = allowedUnder(book)(pledge, { role, state: meta.onBehalfOf }, today);
  const next = allowed.length === 0 ? 'nothing' : allowed.join(', ');
  const message = `${type} is not possible while the pledge is ${status ?? 'not announced'}; ${role} may send now: ${next}.`;
  return conflict(pastIt(type, pledge), message + advice(command, pledge), {
    pledgeStatus: status,
    allowed,
    ...(lacksException(command, pledge) && transitions.DeployUnit.from.includes(status)
      ? { reason: 'EXCEPTION_REQUIRED', field: 'exception' }
      : {}),
  });
};

const advice = ({ type }: PledgeCommand, { status }: Pledge): string => {
  if (type === 'WithdrawPledge' && status === 'DEPLOYED')
    return ' A deployed unit is repatriated (RepatriateUnit).';
  if (type === 'DeployUnit' && (status === 'SELECTED' || status === 'MOU_SIGNED')) {
    return ' Before the pre-deployment visit is passed, a deployment needs an exception and an approver.';
  }
  return '';
};
