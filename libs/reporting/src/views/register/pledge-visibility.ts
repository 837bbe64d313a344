/**
 * A pledge as its reader may see it. Every field has the visibility of the events that fill it. A new field without one does not
 * compile, so that nobody sees what nobody has decided about. A status and the day it was reached are public, whatever led to it
 * (lifecycle page, section 10.5).
 */
import { mayRead, readsAmongStates, readsInternalOf, type Caller } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';
import { initialPledge, concernedIn, type Pledge } from '@pledgeline/pledge';

const fields: Readonly<Record<keyof Pledge, Visibility>> = {
  status: 'PUBLIC',
  pledgeId: 'PUBLIC',
  reference: 'PUBLIC',
  announcement: 'PUBLIC',
  links: 'PUBLIC',
  amendment: 'PUBLIC',
  counting: 'PUBLIC',
  /** Each report has its own: see below. */
  progress: 'PUBLIC',
  tags: 'PUBLIC',
  reclassification: 'INTERNAL',
  suspensions: 'PUBLIC',
  lineage: 'PUBLIC',
  memberState: 'PUBLIC',
  track: 'PUBLIC',
  capabilityCode: 'PUBLIC',
  quantity: 'PUBLIC',
  timeframe: 'PUBLIC',
  deployWithinDays: 'MEMBER_STATES',
  level: 'MEMBER_STATES',
  levelValidUntil: 'MEMBER_STATES',
  validUntil: 'PUBLIC',
  standsSince: 'PUBLIC',
  remindedFor: 'INTERNAL',
  lapsedOn: 'PUBLIC',
  clarifications: 'INTERNAL',
  documents: 'INTERNAL',
  documentHashes: 'INTERNAL',
  lastAav: 'INTERNAL',
  lastRdlVerification: 'INTERNAL',
  visitsValidUntil: 'INTERNAL',
  notedVisits: 'INTERNAL',
  matches: 'MEMBER_STATES',
  answeredReservations: 'INTERNAL',
  selection: 'PUBLIC',
  mou: 'MEMBER_STATES',
  pdvPassedOn: 'INTERNAL',
  deployment: 'PUBLIC',
  /** Its evidence is for states: see below. */
  implementation: 'PUBLIC',
  conditions: 'PUBLIC',
  partnership: 'PUBLIC',
  mergeConsent: 'PUBLIC',
  /** Each has its own: see below. */
  caveats: 'MEMBER_STATES',
  assessments: 'INTERNAL',
  delivered: 'PUBLIC',
  corrections: 'INTERNAL',
  reachedOn: 'PUBLIC',
  /** Events that are not for the reader may move it too: the register has it for each kind of reader. */
  lastHeardOn: 'INTERNAL',
  amountsRounded: 'PUBLIC',
  lateEntry: 'INTERNAL',
  entered: 'INTERNAL',
};

const names = Object.keys(fields) as readonly (keyof Pledge)[];
const forStates = names.filter((name) => fields[name] === 'INTERNAL');
const forPublic = names.filter((name) => fields[name] !== 'PUBLIC');

const emptied = (hidden: readonly (keyof Pledge)[]): Partial<Pledge> =>
  Object.fromEntries(hidden.map((name) => [name, initialPledge[name]]));
const hiddenFromStates = emptied(forStates);
const hiddenFromPublic = emptied(forPublic);

/** Fields that the caller may not see are as in a pledge to which nothing has happened. */
export const pledgeVisibleTo = (pledge: Pledge, caller: Caller): Pledge => {
  const states = concernedIn(pledge);
  if (readsInternalOf(caller, states)) return pledge;
  const amongStates = readsAmongStates(caller);
  const seen = { ...pledge, ...(amongStates ? hiddenFromStates : hiddenFromPublic) };
  const theirs = <Item extends { readonly visibility: Visibility }>(
    items: readonly Item[],
  ): readonly Item[] => items.filter(({ visibility }) => mayRead(caller, visibility, states));
  return {
    ...seen,
    caveats: theirs(seen.caveats),
    progress: seen.progress && theirs(seen.progress),
    implementation:
      amongStates || seen.implementation === null
        ? seen.implementation
        : { ...seen.implementation, evidence: [] },
  };
};
