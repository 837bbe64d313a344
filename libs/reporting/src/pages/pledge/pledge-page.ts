/** How does this pledge stand, and what may I do with it now? */
import { readsInternalOf, type Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import {
  allowedNow,
  askNow,
  leftToMatch,
  rules,
  sourcesDiffer,
  concernedIn,
  type Correction,
  type Missing,
  type Pledge,
} from '@pledgeline/pledge';
import { caveatsFor, type ReadCaveat } from '../../views/register/caveats.ts';
import { pledgeCommandLinks, type CommandLink } from './command-links.ts';
import { deliveredOnPage, type DeliveredOnPage } from './delivered-on-page.ts';
import { implementationOnPage, type ImplementationOnPage } from './implementation-on-page.ts';
import { partnershipOnPage, type PartnershipOnPage } from './partnership-on-page.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { promiseShape, type PromiseShape } from './promise-shape.ts';
import { pledgeSummary, type PledgeSummary } from '../../views/register/pledge-summary.ts';
import { possibleDuplicates, type PossibleDuplicate } from './possible-duplicates.ts';
import type { AnsweredAt, QueryContext } from '../../answers/query-context.ts';
import { question } from '../../read-models/question.ts';

export interface PledgePage extends PledgeSummary, AnsweredAt, PromiseShape {
  readonly announcement: Pledge['announcement'];
  readonly links: Pledge['links'];
  readonly timeframe: string | null;
  readonly deployWithinDays: number | null;
  readonly levelValidUntil: string | null;
  readonly lapsedOn: string | null;
  readonly matches: Pledge['matches'];
  /** How many are left to be set against gaps; null before registration and on the other track. */
  readonly leftToMatch: number | null;
  readonly selection: Pledge['selection'];
  readonly mou: Pledge['mou'];
  readonly deployment: Pledge['deployment'];
  /** From the plan on, on the implementation track. */
  readonly implementation: ImplementationOnPage | null;
  /** What was given so far, and what was measured; null before the first of it. */
  readonly delivered: DeliveredOnPage | null;
  readonly reachedOn: Pledge['reachedOn'];
  readonly lastHeardOn: string | null;
  /** Who carries it together; null for a pledge of one state. */
  readonly partnership: PartnershipOnPage | null;
  /** Where its state agreed that it goes into a joint pledge. */
  readonly mergeConsent: Pledge['mergeConsent'];
  /** What the promise depends on, and what became of it. */
  readonly conditions: Pledge['conditions'];
  /** Those the caller may read, open and lifted; null for whoever reads none. */
  readonly caveats: readonly ReadCaveat[] | null;
  /** Between the Secretariat and the state; null for other readers. */
  readonly internal:
    | (Pick<
        Pledge,
        'documents' | 'clarifications' | 'lastAav' | 'lastRdlVerification' | 'pdvPassedOn' | 'assessments'
      > & { readonly corrections: readonly CorrectionOnPage[] })
    | null;
  /** What the promise leaves unsaid by now, with what to ask the state. */
  readonly toAsk: readonly Missing[];
  /** Two accounts of the promise give different figures: the announcement and its links show them side by side. */
  readonly sourcesDiffer: boolean;
  /** An amount was stored with more decimals than its currency has; it is shown and counted to the smallest unit. */
  readonly amountsRounded: boolean;
  /** Pledges of the same state and capability that may be the same promise. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  /** What the caller may send now. */
  readonly commands: readonly CommandLink[];
}

/** Without the person who asked for it. */
export type CorrectionOnPage = Omit<Correction, 'proposedBy'>;

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const pledgePage = async (
  { views, answeredAt, isPast }: QueryContext,
  pledgeId: string,
  caller: Caller,
  today: string,
  earliestToday = today,
): Promise<PledgePage> => {
  const row = await registerRow(views, pledgeId);
  const { pledge } = row;
  const { documents, clarifications, lastAav, lastRdlVerification, pdvPassedOn, assessments } = pledge;
  return {
    ...pledgeSummary(row),
    announcement: pledge.announcement,
    links: pledge.links,
    ...(await promiseShape(views, pledge)),
    timeframe: pledge.timeframe,
    deployWithinDays: pledge.deployWithinDays,
    levelValidUntil: pledge.levelValidUntil,
    lapsedOn: pledge.lapsedOn,
    matches: pledge.matches,
    leftToMatch:
      pledge.track === 'CAPABILITY' ? Math.max(leftToMatch(pledge, rules.inForce(today)), 0) : null,
    selection: pledge.selection,
    mou: pledge.mou,
    deployment: pledge.deployment,
    implementation: implementationOnPage(pledge, caller, today),
    delivered: deliveredOnPage(pledge),
    reachedOn: pledge.reachedOn,
    lastHeardOn: pledge.lastHeardOn,
    partnership: partnershipOnPage(pledge),
    mergeConsent: pledge.mergeConsent,
    conditions: pledge.conditions,
    caveats: caveatsFor(pledge, caller),
    internal:
      row.formerOwner !== true && readsInternalOf(caller, concernedIn(pledge))
        ? {
            documents,
            clarifications,
            lastAav,
            lastRdlVerification,
            pdvPassedOn,
            assessments,
            corrections: pledge.corrections.map(({ proposedBy: _, ...shown }) => shown),
          }
        : null,
    toAsk: askNow(pledge),
    sourcesDiffer: sourcesDiffer(pledge),
    amountsRounded: pledge.amountsRounded,
    possibleDuplicates: await possibleDuplicates(views, row),
    commands: (isPast ? [] : allowedNow(pledge, caller, today, earliestToday)).flatMap((command) =>
      pledgeCommandLinks(command, pledge),
    ),
    ...answeredAt,
  };
};

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const registerRow = async (views: Views, pledgeId: string): Promise<RegisterRow> => {
  const row = await views.get<RegisterRow>(PLEDGE_REGISTER, pledgeId);
  if (row !== undefined) return row;
  throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
};

export const getPledge = question(
  'getPledge',
  'ROW',
  (context, { pledgeId }: { readonly pledgeId: string }, caller) =>
    pledgePage(context, pledgeId, caller, context.today, context.earliestToday),
);
