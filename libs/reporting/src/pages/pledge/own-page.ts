/**
 * As much of the page of a pledge as its own events say, each field as its reader may see it. What stands around a pledge (its
 * relatives, its unit, slots, missions on record, the file of the desk) is added by the page.
 */
import { ownStateMayRead, readsAll, type Caller } from '@pledgeline/contracts';
import {
  arrearsOf,
  askNow,
  creditsOf,
  sourcesDiffer,
  targetsSideBySide,
  termsPromised,
  type Annulment,
  type Pledge,
} from '@pledgeline/pledge';
import type { DefinedBy } from '../../answers/definitions.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';
import { heardOn, isSilentRow, wordDue } from '../../views/register/due-dates.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { accountabilityOnPage } from './accountability-on-page.ts';
import { actOnPage, objectionOnPage } from './act.schema.ts';
import { deliveredOnPage } from './delivered-on-page.ts';
import { implementationOnPage } from './implementation-on-page.ts';
import { leftFor } from './left-to-match.ts';
import { moneyOnPage } from './money-on-page.ts';
import { partnershipOnPage } from './partnership-on-page.ts';
import type { PledgePage, PossibleDuplicates } from './pledge.schema.ts';
import { pledgeSummary } from './pledge-summary.ts';
import { ownShape, type ShapeAround } from './promise-shape.ts';

export interface ReaderOfPage {
  readonly caller: Caller;
  /** What is between the Secretariat and the states concerned. */
  readonly readsInternal: boolean;
  /** The day on which it is read. */
  readonly today: string;
  /** Today where the day ends last. */
  readonly earliestToday: string;
}

/** What stands around it, and what is said of the answer. */
type Around =
  | keyof ShapeAround
  | keyof PossibleDuplicates
  | keyof AnsweredAt
  | keyof DefinedBy
  | 'slots'
  | 'partOfUnit'
  | 'partsOfUnit'
  | 'feedback'
  | 'missions'
  | 'caveats'
  | 'file'
  | 'commands'
  | 'notNow'
  | 'atRevision'
  | 'inAll';

/** @param row as its reader may see it. */
export const ownPage = (
  row: RegisterRow,
  { caller, readsInternal, today, earliestToday }: ReaderOfPage,
): Omit<PledgePage, Around> => {
  const { pledge } = row;
  return {
    ...pledgeSummary(row),
    lastHeardOn: heardOn(row),
    announcement: pledge.announcement,
    links: pledge.links,
    ...ownShape(pledge),
    terms: termsPromised(pledge),
    targets: targetsSideBySide(pledge),
    timeframe: pledge.timeframe,
    levelValidUntil: pledge.levelValidUntil,
    lapsedOn: pledge.lapsedOn,
    matches: pledge.matches,
    ...leftFor(pledge, caller, today),
    selection: pledge.selection,
    mou: pledge.mou,
    deployment: pledge.deployment,
    implementation: implementationOnPage(pledge, caller, today),
    delivered: deliveredOnPage(pledge),
    accountability: accountabilityOnPage(pledge, today),
    moneyByGiver: moneyOnPage(pledge, earliestToday),
    arrears: arrearsOf(pledge),
    reachedOn: pledge.reachedOn,
    lastWord: pledge.lastWord,
    silentFrom: wordDue(row),
    silent: isSilentRow(row, earliestToday),
    partnership: partnershipOnPage(pledge),
    credits: creditsOf(pledge),
    mergeConsent: pledge.mergeConsent,
    conditions: pledge.conditions,
    internal: readsInternal ? internalOnPage(pledge, caller) : null,
    objections: pledge.objections.map(objectionOnPage),
    toAsk: askNow(pledge),
    sourcesDiffer: sourcesDiffer(pledge),
    amountsRounded: pledge.amountsRounded,
  };
};

const internalOnPage = (pledge: Pledge, caller: Caller): NonNullable<PledgePage['internal']> => ({
  documents: pledge.documents,
  clarifications: pledge.clarifications,
  supportRequests: pledge.supportRequests,
  lastAav: pledge.lastAav,
  lastRdlVerification: pledge.lastRdlVerification,
  pdvPassedOn: pledge.pdvPassedOn,
  assessments: pledge.assessments,
  findingsSharedWith: pledge.findingsSharedWith,
  corrections: pledge.corrections.map(({ proposedBy: _, ...shown }) => shown),
  acts: pledge.acts.map(actOnPage),
  annulments: annulmentsFor(pledge, caller),
});

/** Its state reads no more of them than of the events that they name. */
const annulmentsFor = ({ annulments }: Pledge, caller: Caller): Omit<Annulment, 'proposedBy'>[] =>
  annulments
    .filter(
      ({ annulledTypes }) =>
        readsAll(caller) || ownStateMayRead({ type: 'AnnulmentProposed', data: { annulledTypes } }),
    )
    .map(({ proposedBy: _, ...shown }) => shown);
