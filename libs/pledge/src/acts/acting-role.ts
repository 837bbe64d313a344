/** For whom an act may be recorded, and in which role they then act: accountability page, section 8. */
import { bodyKey, mayActFor, statesNamed, type RECORDED_ROLES } from '@pledgeline/contracts';
import type { CommandMeta, RecordedForOthers } from '@pledgeline/event-sourcing';
import { bodiesOf, ownerOf, ownersOf } from '../authorization.ts';
import type { Transition } from '../chapter.ts';
import { transitionOf } from '../chapters.ts';
import { forbidden, invalid } from '../refusal.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';

export type ActingRole = (typeof RECORDED_ROLES)[number];

/** A state as focal point where it owns what is acted on, otherwise as a partner. A body carries the pledge out, or has a part in it. */
const OF_STATES: readonly ActingRole[] = ['MS', 'PARTNER'];
const OF_BODIES: readonly ActingRole[] = ['IMPL', 'PARTNER'];

/** @throws {Rejected} FORBIDDEN where it could not be their act, BODY_IS_STATE. */
export const actingRole = (
  command: PledgeCommand,
  pledge: Pledge,
  { body }: RecordedForOthers,
): ActingRole => {
  const row = transitionOf(command.type);
  const isTheirs = body === null ? isOfState(row, command, pledge) : isOfBody(body, command, pledge);
  const role = (body === null ? OF_STATES : OF_BODIES).find(
    (one) => row.roles.includes(one) && isTheirs(one),
  );
  if (role !== undefined) return role;
  const field = body === null ? 'onBehalfOf.state' : 'onBehalfOf.body';
  const whose = body ?? command.meta.onBehalfOf ?? 'nobody';
  throw forbidden('FORBIDDEN', `${command.type} could not be an act of ${whose} on this pledge.`, {
    field,
    allowed: row.roles,
  });
};

const isOfState = (row: Transition, command: PledgeCommand, pledge: Pledge) => (role: ActingRole) => {
  const { onBehalfOf: state }: CommandMeta = command.meta;
  return state !== null && mayActFor({ role, state }, ownersOf(role, ownerOf(row, pledge, command), pledge));
};

const isOfBody = (body: string, command: PledgeCommand, pledge: Pledge) => {
  // Organisations may be listed beside the states; they are bodies as well.
  if (statesNamed(body).some((code) => !code.startsWith('X-'))) {
    throw invalid('BODY_IS_STATE', `${body} is a state: name it as the state.`, { field: 'onBehalfOf.body' });
  }
  return (role: ActingRole): boolean =>
    isAmong(body, role === 'IMPL' ? implementers(command, pledge) : partners(command, pledge));
};

/** Whether the body carries the pledge out, by its plan or as promised, or is a confirmed partner in it. */
export const bodyHasPart = (body: string, pledge: Pledge): boolean =>
  isAmong(body, [
    pledge.implementation?.implementingBody ?? termsPromised(pledge)?.implementingBody,
    ...bodiesOf(pledge),
  ]);

const isAmong = (body: string, names: readonly (string | null | undefined)[]): boolean =>
  names.some((name) => typeof name === 'string' && bodyKey(name) === bodyKey(body));

/** As planned, as promised or, where there is no plan yet, as this command plans it. */
const implementers = ({ type, data }: PledgeCommand, pledge: Pledge) => {
  const planned = pledge.implementation?.implementingBody ?? null;
  const stated = type === 'PlanImplementation' ? data.implementingBody : null;
  return planned === null ? [termsPromised(pledge)?.implementingBody, stated] : [planned];
};

/** Those who joined; a body that joins by this command is one as well. */
const partners = ({ type, data }: PledgeCommand, pledge: Pledge) => [
  ...bodiesOf(pledge),
  ...(type === 'JoinPartnership' ? [data.body] : []),
];
