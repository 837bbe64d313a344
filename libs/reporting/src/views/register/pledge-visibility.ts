/**
 * A pledge as its reader may see it. Every field has the visibility of the events that fill it. A new field without one does not
 * compile, so that nobody sees what nobody has decided about. A status and the day it was reached are public, whatever led to it
 * (lifecycle page, section 10.5).
 */
import {
  isOneOf,
  mayActFor,
  mayRead,
  ownerNamed,
  readsAmongStates,
  readsInternalOf,
  speaksForAState,
  type Caller,
} from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';
import {
  initialPledge,
  concernedIn,
  sharesFindingsWith,
  type Assessment,
  type Caveat,
  type PartnerProposal,
  type Pledge,
} from '@pledgeline/pledge';
import { fields } from './pledge-visibility.data.ts';

const names = Object.keys(fields) as readonly (keyof Pledge)[];
const forStates = names.filter((name) => fields[name] === 'INTERNAL');
const forPublic = names.filter((name) => fields[name] !== 'PUBLIC');

const emptied = (hidden: readonly (keyof Pledge)[]): Partial<Pledge> =>
  Object.fromEntries(hidden.map((name) => [name, initialPledge[name]]));
const hiddenFromStates = emptied(forStates);
const hiddenFromPublic = emptied(forPublic);

/** Why a lifting was not confirmed is between the state and the Secretariat. */
const withoutReason = (caveat: Caveat): Caveat => {
  const { lifting } = caveat;
  if (lifting === null || lifting.refused === null) return caveat;
  return { ...caveat, lifting: { ...lifting, refused: { ...lifting.refused, reason: null } } };
};
/** Who is invited, or asked, reads what it has to answer or may take back, and nothing else of what is internal. */
const isPartyTo =
  (caller: Caller) =>
  ({ state, body }: PartnerProposal): boolean =>
    speaksForAState(caller.role) && mayActFor(caller, ownerNamed(state, body));

/** Trainers read what was found, and by what. What is asked of the state, and its report, are between it and the Secretariat. */
const forTrainers = (assessment: Assessment): Assessment => ({
  ...assessment,
  reportReference: '',
  improvementPlan: null,
});

/**
 * Fields that the caller may not see are as in a pledge to which nothing has happened. It is one copy, since passes over the register
 * make one of each pledge.
 * @param now the pledge at present: a consent counts while it stands, also for what is past.
 * @param others what the caller is shown in place of other fields.
 */
export const pledgeVisibleTo = (
  pledge: Pledge,
  caller: Caller,
  now: Pledge | undefined,
  others: Partial<Pledge> = {},
): Pledge => {
  const states = concernedIn(pledge);
  if (readsInternalOf(caller, states)) return pledge;
  const amongStates = readsAmongStates(caller);
  const hidden = amongStates ? hiddenFromStates : hiddenFromPublic;
  const seen = <Name extends keyof Pledge>(name: Name): Pledge[Name] =>
    (name in hidden ? initialPledge : pledge)[name];
  const theirs = <Item extends { readonly visibility: Visibility }>(
    items: readonly Item[],
  ): readonly Item[] => items.filter(({ visibility }) => mayRead(caller, visibility, states));
  const isShared = now !== undefined && sharesFindingsWith(pledge, caller) && sharesFindingsWith(now, caller);
  const [progress, selection, implementation] = [seen('progress'), seen('selection'), seen('implementation')];
  return {
    ...pledge,
    ...hidden,
    assessments: isShared ? pledge.assessments.map(forTrainers) : seen('assessments'),
    evaluations: theirs(seen('evaluations')),
    caveats: theirs(seen('caveats')).map(withoutReason),
    partnerProposals: pledge.partnerProposals.filter(isPartyTo(caller)),
    // Also of a partner that is not taken in, and reads nothing else that is internal.
    acts: pledge.acts.filter(({ state }) => state !== null && isOneOf([state], caller)),
    objections: theirs(seen('objections')).map((one) => ({ ...one, asked: [], blocked: [] })),
    progress: progress && theirs(progress),
    // Gaps are public, and by whom they are filled is not.
    selection:
      amongStates || selection === null ? selection : { ...selection, gapId: null, reservationId: null },
    implementation:
      amongStates || implementation === null ? implementation : { ...implementation, evidence: [] },
    ...others,
  };
};
