/** The sender must have a role of the row, and a state sends for its own pledge only. Lifecycle page, section 3. */
import {
  forbiddenTo,
  mayActFor,
  mustActFor,
  peopleAmong,
  RECORDED_ROLES,
  RECORDERS,
  type Owners,
} from '@pledgeline/contracts';
import { transitionOf } from './chapters.ts';
import { ANY_STATE, type Transition } from './chapter.ts';
import { confirmedIn, statesOf } from './partnership/partnership.state.ts';
import { forbidden, missing } from './refusal.ts';
import type { Pledge, PledgeCommand } from './state.ts';

export interface PledgeCaller {
  readonly role: string;
  /** The state the caller speaks for, or null. */
  readonly state: string | null;
  /** The body that a partner without a state speaks for. */
  readonly body?: string | null;
  /** The person, where what he did before matters. */
  readonly subject?: string;
}

/** @throws {Rejected} PLEDGE_NOT_FOUND where there is no pledge, FORBIDDEN where the caller may not send this at all. */
export const mustBeAuthorized = (command: PledgeCommand, pledge: Pledge): void => {
  const { type, meta } = command;
  const row = transitionOf(type);
  mustExist(command, pledge);
  const role = meta.role;
  if (!row.roles.some((allowed) => allowed === role)) {
    const how = mayRecordRow(role, row) ? ', but record it for others: name them in onBehalfOf' : '';
    throw forbiddenTo(`${role} may not send ${type}${how}`, row.roles);
  }
  const owner = ownerOf(row, pledge, command);
  mustActFor(meta, ownersOf(role, owner, pledge), { allowed: peopleAmong(row.roles), memberState: owner });
  if (type === 'MatchPledge' && role === 'SYSTEM' && !command.data.reserved) {
    throw forbidden('FORBIDDEN', 'The system matches only what a gap has reserved; allowed: SFGC.', {
      allowed: ['SFGC'],
    });
  }
};

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const mustExist = ({ type, data }: PledgeCommand, { status }: Pledge): void => {
  if (status !== null || transitionOf(type).from.includes(null)) return;
  throw missing('PLEDGE_NOT_FOUND', `There is no pledge ${data.pledgeId}.`);
};

const mayRecordRow = (role: string, row: Transition): boolean =>
  RECORDERS.some((one) => one === role) && row.roles.some((one) => RECORDED_ROLES.some((own) => own === one));

/** Whether the caller may send commands of this row, as far as that can be said without one. */
export const isAuthorized = (row: Transition, caller: PledgeCaller, pledge: Pledge): boolean =>
  row.roles.some((role) => role === caller.role) &&
  mayActFor(caller, ownersOf(caller.role, ownerOf(row, pledge, null), pledge));

/** A pledge belongs to its state. A partner, which may be a body that is no state, acts for those who have a part in it. */
export const ownersOf = (role: string, owner: string | readonly string[], pledge: Pledge): Owners => {
  if (owner === ANY_STATE) return 'SENDER';
  return role === 'PARTNER'
    ? { states: statesOf(pledge), bodies: bodiesOf(pledge) }
    : { states: [owner].flat(), bodies: [] };
};

/** The partners that are no state. */
export const bodiesOf = ({ partnership }: Pledge): readonly string[] =>
  confirmedIn(partnership).flatMap(({ body }) => body ?? []);

export const ownerOf = (
  { stateOf }: Transition,
  pledge: Pledge,
  command: PledgeCommand | null,
): string | readonly string[] => stateOf?.(pledge, command) ?? pledge.memberState;
