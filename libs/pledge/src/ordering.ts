/**
 * When a command is possible: status, track, the role where it depends on the pledge, business date and precondition, checked
 * in this order, and the same asked ahead of any command. Lifecycle page, section 3, rules 3 to 5.
 */
import { dayOf, earliestToday } from '@pledgeline/contracts';
import type { Status } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { ownProposalWaits } from './acts/own-proposals.ts';
import { partsFor } from './acts/parts-of-commands.ts';
import { isAuthorized, type PledgeCaller } from './authorization.ts';
import type { Transition } from './chapter.ts';
import { commandTypes, transitionOf, transitions } from './chapters.ts';
import { mustBeDated } from './dates-in-order.ts';
import type { DecisionContext } from './decision-context.ts';
import { goesBeforeReady } from './deployment/deployment.state.ts';
import { conflict, forbidden } from './refusal.ts';
import { rules, type RuleBook } from './rule-book.ts';
import type { Pledge, PledgeCommand, PledgeCommandType } from './state.ts';

/**
 * The commands that the caller may send now, by status, track, role, own state, what he did before, and preconditions that need no body;
 * about a part of the pledge only where there is one that is his to decide about.
 */
export const allowedUnder =
  (book: RuleBook) =>
  (pledge: Pledge, caller: PledgeCaller, today: string, earliest = today): PledgeCommandType[] => {
    const context = onDay(today, caller.role, earliest, book);
    return commandTypes.filter((type) => {
      const row = transitionOf(type);
      return (
        row.from.includes(pledge.status) &&
        isOnTrack(row, pledge) &&
        isAuthorized(row, caller, pledge) &&
        isAmongRolesFor(row, pledge, caller.role) &&
        row.precondition?.(pledge, context, null) === undefined &&
        partsFor(type, pledge, { subject: '', ...caller }).length > 0
      );
    });
  };

/** A command that the caller may send in another state of the pledge, with why it would be refused now. */
export interface RefusedNow {
  readonly type: PledgeCommandType;
  readonly refusal: Rejected;
  /** Rather than by a condition: everybody reads the status. */
  readonly isByStatus: boolean;
}

/**
 * What is kept from the caller by the pledge as it is, and not by who he is: his own commands on its track that status or a condition
 * refuses, with the refusal that the decider would give. What is another role's, another state's or another person's is not listed,
 * nor what is about a part that there is not; but where nothing waits for the command that he may decide, and he himself proposed
 * what does wait, that it needs another is.
 */
export const refusedUnder =
  (book: RuleBook) =>
  (pledge: Pledge, caller: PledgeCaller, today: string, earliest = today): RefusedNow[] => {
    const context = onDay(today, caller.role, earliest, book);
    return commandTypes.flatMap((type) => {
      const row = transitionOf(type);
      const isTheirs =
        !row.from.includes(null) &&
        isOnTrack(row, pledge) &&
        isAuthorized(row, caller, pledge) &&
        isAmongRolesFor(row, pledge, caller.role);
      if (!isTheirs) return [];
      const isByStatus = !row.from.includes(pledge.status);
      const refusal = isByStatus
        ? wrongOrder(type, caller, pledge, context, book)
        : (row.precondition?.(pledge, context, null) ?? keptFromProposer(type, pledge, caller));
      const isListed = refusal?.kind === 'conflict' || refusal?.code === 'SAME_PERSON';
      return isListed ? [{ type, refusal, isByStatus }] : [];
    });
  };

const keptFromProposer = (
  type: PledgeCommandType,
  pledge: Pledge,
  caller: PledgeCaller,
): Rejected | undefined => {
  const { subject = '' } = caller;
  if (partsFor(type, pledge, { ...caller, subject }).length > 0) return undefined;
  return ownProposalWaits(type, pledge, subject);
};

/** Of a question that names a day and no hour. @param earliest whatever ended before it is over everywhere. */
export const onDay = (
  day: string,
  role: string,
  earliest = day,
  book: RuleBook = rules,
): DecisionContext => ({
  on: day,
  today: day,
  earliestToday: earliest,
  role,
  rules: book.inForce(day),
});

/** Status, track, the role where it depends on the pledge, business date, precondition: in this order. @throws {Rejected} */
export const mustBeInOrder = (command: PledgeCommand, pledge: Pledge, book: RuleBook): DecisionContext => {
  const { type, meta } = command;
  const today = dayOf(meta.now);
  const context: DecisionContext = {
    on: meta.occurredOn ?? today,
    today,
    earliestToday: earliestToday(meta.now),
    role: meta.role,
    rules: book.inForce(today),
  };
  const row = transitionOf(type);
  if (!row.from.includes(pledge.status) || lacksException(command, pledge)) {
    throw wrongOrder(type, senderOf(command), pledge, context, book, lacksException(command, pledge));
  }
  if (!isOnTrack(row, pledge)) {
    throw conflict('WRONG_TRACK', `${type} belongs to the ${row.track ?? 'other'} track.`, {
      allowed: row.track,
    });
  }
  if (!isAmongRolesFor(row, pledge, meta.role)) {
    const allowed = row.rolesFor?.(pledge) ?? row.roles;
    throw forbidden(
      'FORBIDDEN',
      `${meta.role} may not send ${type} for this unit; allowed: ${allowed.join(', ')}.`,
      { allowed },
    );
  }
  mustBeDated(command, pledge, row.requiresDate);
  const refused = row.precondition?.(pledge, context, command);
  if (refused) throw refused;
  return context;
};

export const isOnTrack = ({ track }: Transition, pledge: Pledge): boolean =>
  track === null || pledge.track === null || pledge.track === track;

export const isAmongRolesFor = ({ rolesFor }: Transition, pledge: Pledge, role: string): boolean =>
  rolesFor?.(pledge).some((allowed) => allowed === role) ?? true;

/** The status allows a deployment from SELECTED and MOU_SIGNED by exception only. */
const lacksException = (command: PledgeCommand, { status }: Pledge): boolean =>
  command.type === 'DeployUnit' && status !== 'READY' && !goesBeforeReady(command.data.exception);

/** Codes that say more than WRONG_ORDER, where the pledge is past the act. */
const pastIt = (type: PledgeCommandType, { status, mou, reachedOn }: Pledge) => {
  if (type === 'AcknowledgePledge' && 'ACKNOWLEDGED' in reachedOn) return 'ALREADY_ACKNOWLEDGED';
  if (type === 'WithdrawPledge' && status === 'WITHDRAWN') return 'ALREADY_WITHDRAWN';
  if (type === 'SignMou' && mou !== null && MOU_STANDS.includes(status)) return 'MOU_EXISTS';
  if (type === 'DeployUnit' && status === 'DEPLOYED') return 'ALREADY_DEPLOYED';
  return 'WRONG_ORDER';
};

const MOU_STANDS: readonly (Status | null)[] = ['MOU_SIGNED', 'READY', 'DEPLOYED'];

const senderOf = ({ meta }: PledgeCommand): PledgeCaller => {
  const { role, onBehalfOf: state, body = null, actor: subject } = meta;
  return { role, state, body, subject };
};

const wrongOrder = (
  type: PledgeCommandType,
  sender: PledgeCaller,
  pledge: Pledge,
  { today, earliestToday: earliest }: DecisionContext,
  book: RuleBook,
  needsException = false,
): Rejected => {
  const { status } = pledge;
  const allowed = allowedUnder(book)(pledge, sender, today, earliest);
  const next = allowed.length === 0 ? 'nothing' : allowed.join(', ');
  const message = `${type} is not possible while the pledge is ${status ?? 'not announced'}; ${sender.role} may send now: ${next}.`;
  return conflict(pastIt(type, pledge), message + advice(type, pledge), {
    pledgeStatus: status,
    allowed,
    ...(needsException && transitions.DeployUnit.from.includes(status)
      ? { reason: 'EXCEPTION_REQUIRED', field: 'exception' }
      : {}),
  });
};

const advice = (type: PledgeCommandType, { status }: Pledge): string => {
  if (type === 'WithdrawPledge' && status === 'DEPLOYED')
    return ' A deployed unit is repatriated (RepatriateUnit).';
  if (type === 'DeployUnit' && (status === 'SELECTED' || status === 'MOU_SIGNED')) {
    return ' Before the pre-deployment visit is passed, a deployment needs an exception and an approver.';
  }
  return '';
};
