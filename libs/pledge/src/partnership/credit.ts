/**
 * Who is credited on a pledge, in which role and on what ground: who pledged, who joined and was confirmed, who stands in a
 * delivered course. Who joined by its own word alone, and who is only named by another, is shown and not counted. Accountability
 * page, section 6.
 */
import { bodyKey, partnersNamed, resolveMemberState } from '@pledgeline/contracts';
import type { CreditBasis, CreditRole, PartnerPart, PartnerRole } from '@pledgeline/contracts';
import { classOf } from '../accountability/pledge-class.ts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { categoryOf } from '../category.ts';
import type { Pledge } from '../state.ts';
import { leadOf, unconfirmedIn, confirmedIn, type Partner } from './partnership.state.ts';

export interface Credit {
  /** ISO 3166 alpha-3; null for a body that is no state, which then has a name. */
  readonly state: string | null;
  readonly body: string | null;
  /** Null where nobody said in which. */
  readonly role: CreditRole | null;
  readonly basis: CreditBasis;
  /** And not only shown: a promise that was taken back, or that lives on in others, credits nobody. */
  readonly counted: boolean;
}

type Party = Pick<Credit, 'state' | 'body'>;
type Ground = Omit<Credit, 'counted'>;

/** Each state or body once in each of its roles, on the best ground that it has; those that count come first. */
export const creditsOf = (pledge: Pledge): readonly Credit[] => {
  const stated = once([
    ...pledged(pledge),
    ...confirmed(pledge),
    ...inCourses(pledge),
    ...unconfirmed(pledge),
  ]);
  const known = new Set(stated.map(keyOf));
  const onlyNamed = once(named(pledge)).filter((one) => !known.has(keyOf(one)));
  const became = classOf(pledge);
  const counts = became !== null && became !== 'TAKEN_BACK';
  return [...stated, ...onlyNamed].map((one) => ({ ...one, counted: counts && COUNTED.includes(one.basis) }));
};

const COUNTED: readonly CreditBasis[] = ['PLEDGED', 'CONFIRMED', 'DELIVERED_COURSE'];

/** The states that others name, and that have not said themselves that they have a part. */
export const statesOnlyNamed = (pledge: Pledge): readonly string[] =>
  // Asked at every event of every pledge, of which few name anybody.
  named(pledge).length === 0
    ? []
    : [
        ...new Set(
          creditsOf(pledge).flatMap(({ state, basis }) => (basis === 'NAMED_ONLY' ? (state ?? []) : [])),
        ),
      ];

/** Of a joint pledge, each state whose pledge went into it. Its role is that of its part, or else of its courses, or of the promise. */
const pledged = (pledge: Pledge): readonly Ground[] => {
  const parts = confirmedIn(pledge.partnership);
  const { memberState } = pledge;
  const merged = parts.flatMap(({ state, confirmation }) => (confirmation === 'MERGED' ? (state ?? []) : []));
  return [...new Set([memberState, ...merged])].flatMap((state) =>
    rolesOf(state, parts, pledge).map((role) => ({ state, body: null, role, basis: 'PLEDGED' as const })),
  );
};

const rolesOf = (
  state: string,
  parts: readonly Partner[],
  pledge: Pledge,
): readonly (CreditRole | null)[] => {
  const own = parts.filter((part) => part.state === state).map(roleOfPart);
  if (own.length > 0) return own;
  const taught = inCourses(pledge).filter((credit) => credit.state === state);
  return taught.length > 0 ? taught.map(({ role }) => role) : [roleOfPromise(pledge)];
};

/** A lead without a part of its own answers for the promise. */
const confirmed = (pledge: Pledge): readonly Ground[] => {
  const lead = leadOf(pledge);
  const parts = confirmedIn(pledge.partnership);
  const joined = parts.map((part) => credited(part, roleOfPart(part), 'CONFIRMED'));
  const isPartner = lead === pledge.memberState || parts.some(({ state }) => state === lead);
  return isPartner
    ? joined
    : [...joined, credited({ state: lead, body: null }, roleOfPromise(pledge), 'CONFIRMED')];
};

const inCourses = ({ delivered }: Pledge): readonly Ground[] =>
  (delivered?.courses ?? []).flatMap(({ contributors }) =>
    contributors.map(({ party, part }) => credited(partyOf(party), part, 'DELIVERED_COURSE')),
  );

const unconfirmed = ({ partnership }: Pledge): readonly Ground[] =>
  unconfirmedIn(partnership).map((part) => credited(part, roleOfPart(part), 'NOT_CONFIRMED'));

/** In the announcement, as the next of a hand-over, or as the giver of money; funds and budgets are sources, and no partners. */
const named = ({ announcement, partnership, delivered }: Pledge): readonly Ground[] => {
  const next = partnership?.handoverTo ?? null;
  const givers = (delivered?.funds ?? []).flatMap(({ funder }) =>
    funder === null ? [] : (resolveMemberState(funder) ?? []),
  );
  const inRoles = [
    ...(next === null ? [] : [credited({ state: next, body: null }, 'UNIT', 'NAMED_ONLY')]),
    ...givers.map((state) => credited({ state, body: null }, 'FUNDER', 'NAMED_ONLY')),
  ];
  const withRole = new Set(inRoles.map(keyOf));
  // What was stored before may hold several names in one.
  const announced = (announcement?.partners ?? [])
    .flatMap(partnersNamed)
    .map((name) => credited(partyOf(name), null, 'NAMED_ONLY'))
    .filter((one) => !withRole.has(keyOf(one)));
  return [...inRoles, ...announced];
};

/** A blank name is of nobody. */
const once = (credits: readonly Ground[]): readonly Ground[] => {
  const first = new Map<string, Ground>();
  for (const one of credits) {
    const key = `${keyOf(one)} ${one.role ?? ''}`;
    if ((one.state ?? one.body ?? '').trim() !== '' && !first.has(key)) first.set(key, one);
  }
  return [...first.values()];
};

const credited = ({ state, body }: Party, role: CreditRole | null, basis: CreditBasis): Ground => ({
  state,
  body,
  role,
  basis,
});

const keyOf = ({ state, body }: Party): string =>
  state === null ? `body ${bodyKey(body ?? '')}` : `state ${state}`;

/** Courses and announcements name states by code or name, and bodies by name. */
const partyOf = (name: string): Party => {
  const state = resolveMemberState(name) ?? null;
  return { state, body: state === null ? name : null };
};

const ROLE_OF_PART: Readonly<Record<PartnerPart, CreditRole>> = {
  TRAINER: 'TRAINER',
  FUNDER: 'FUNDER',
  HOST: 'HOST',
  EQUIPPER: 'EQUIPMENT',
  MENTOR: 'MENTOR',
};

const ROLE_OF_GIFT: Readonly<Record<PartnerRole, CreditRole>> = {
  UNIT: 'UNIT',
  EQUIPMENT: 'EQUIPMENT',
  TRAINING: 'TRAINER',
  MONEY: 'FUNDER',
  LOGISTICS: 'LOGISTICS',
};

const roleOfPart = ({ part, role }: Partner): CreditRole =>
  part === null ? ROLE_OF_GIFT[role] : ROLE_OF_PART[part];

/** By its category; money alone is given by a funder, whatever it is for. */
const ROLE_OF_CATEGORY: ReadonlyMap<string, CreditRole> = new Map([
  ['UNIT', 'UNIT'],
  ['ENABLER', 'UNIT'],
  ['TRAINING', 'TRAINER'],
  ['EQUIPMENT', 'EQUIPMENT'],
  ['TECHNOLOGY', 'EQUIPMENT'],
  ['FINANCE', 'FUNDER'],
]);

const roleOfPromise = (pledge: Pledge): CreditRole | null => {
  const isMoneyAlone = pledge.quantity === null && moneyPromised(pledge) !== null;
  return isMoneyAlone ? 'FUNDER' : (ROLE_OF_CATEGORY.get(categoryOf(pledge)) ?? null);
};
