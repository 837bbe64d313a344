/**
 * Who may act for whom: the one rule of every decider. A member state acts for itself. A partner acts for its state or, where it
 * speaks for none, for the body that is no state which its sign-in names. The other roles act for anybody. Lifecycle page, section
 * 2; accountability page, section 6.
 */
import { Rejected, type CommandMeta } from '@pledgeline/event-sourcing';
import { memberState } from './reference/member-state.ts';
import { bodyKey } from './reference/registers.ts';
import type { Role } from './vocabulary.data.ts';

/**
 * Those that an act is done for. `SENDER`: each sends it for itself, and the decision looks at whom the command names.
 * The states are ISO 3166 alpha-3 codes, the bodies are names.
 */
export type Owners = 'SENDER' | { readonly states: readonly string[]; readonly bodies: readonly string[] };

/** The roles whose person speaks for one state, or for one body, and never for another. */
const STATE_ROLES: readonly Role[] = ['MS', 'PARTNER'];

/** They may record what states and bodies did, who told of it in writing: accountability page, section 8. */
export const RECORDERS: readonly Role[] = ['DESK', 'SFGC', 'FGS', 'PD'];

/** Those whose acts are recorded for them. */
export const RECORDED_ROLES = ['MS', 'PARTNER', 'IMPL'] as const satisfies readonly Role[];

/** Whether a person in this role speaks for one state or body only. */
export const speaksForAState = (role: string): boolean => STATE_ROLES.some((one) => one === role);

/** The owner of what names either a state or a body; both may be null. */
export const ownerNamed = (state: string | null, body: string | null): Owners => ({
  states: state === null ? [] : [state],
  bodies: body === null ? [] : [body],
});

/** The state that somebody speaks for, by its code, or the body, by its name; or neither. */
export interface Spokesperson {
  readonly role: string;
  readonly state: string | null;
  readonly body?: string | null;
}

export const mayActFor = ({ role, state, body = null }: Spokesperson, owners: Owners): boolean => {
  if (!speaksForAState(role)) return true;
  const ownBody = role === 'PARTNER' && state === null ? body : null;
  if (owners === 'SENDER') return state !== null || ownBody !== null;
  if (state !== null) return owners.states.includes(state);
  return ownBody !== null && owners.bodies.some((one) => bodyKey(one) === bodyKey(ownBody));
};

/** Whether the caller trains for one of these: a partner of the state, or of the body that its sign-in names. Decision 46. */
export const isTrainer = (caller: Spokesperson, owners: Exclude<Owners, 'SENDER'>): boolean =>
  caller.role === ('PARTNER' satisfies Role) && mayActFor(caller, owners);

/**
 * @param details are shown with the refusal.
 * @throws {Rejected} FORBIDDEN, in a sentence that names both sides.
 */
export const mustActFor = (
  { role, onBehalfOf: state, body = null }: Pick<CommandMeta, 'role' | 'onBehalfOf' | 'body'>,
  owners: Owners,
  details: Readonly<Record<string, unknown>> = {},
): void => {
  if (mayActFor({ role, state, body }, owners)) return;
  throw new Rejected(
    'forbidden',
    'FORBIDDEN',
    `${senderOf(role, state, body)} may not act for ${namesOf(owners)}.`,
    {
      ...details,
    },
  );
};

const senderOf = (role: string, state: string | null, body: string | null): string => {
  if (state !== null) return `${named(state)} acts for itself only and`;
  if (role !== 'PARTNER') return 'A member state that the sign-in does not name';
  return body === null
    ? 'A partner whose sign-in names neither a state nor a body'
    : `${body} acts for itself only and`;
};

const namesOf = (owners: Owners): string => {
  const names = owners === 'SENDER' ? [] : [...owners.states.map(named), ...owners.bodies];
  return names.length === 0 ? 'anybody' : names.join(' or ');
};

const named = (code: string): string => {
  const name = memberState(code)?.name;
  return name === undefined ? code : `${name} (${code})`;
};
