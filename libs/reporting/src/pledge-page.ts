/** How does this pledge stand, and what may I do with it now? */
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Views } from '@pledgeline/event-sourcing';
import { allowedNow, leftToMatch, rules } from '@pledgeline/pledge';
import type { Correction, Pledge } from '@pledgeline/pledge';
import { readsInternalOf } from './audience.ts';
import { caveatsFor } from './caveats.ts';
import type { ReadCaveat } from './caveats.ts';
import { pledgeCommandLinks } from './command-links.ts';
import type { CommandLink } from './command-links.ts';
import { deliveredOnPage } from './delivered-on-page.ts';
import type { DeliveredOnPage } from './delivered-on-page.ts';
import { implementationOnPage } from './implementation-on-page.ts';
import type { ImplementationOnPage } from './implementation-on-page.ts';
import { PLEDGE_REGISTER } from './pledge-register.projection.ts';
import type { RegisterRow } from './pledge-register.projection.ts';
import { promiseShape } from './promise-shape.ts';
import type { PromiseShape } from './promise-shape.ts';
import { pledgeSummary } from './pledge-summary.ts';
import type { PledgeSummary } from './pledge-summary.ts';
import type { AnsweredAt, Reading } from './read-models.ts';

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
  /** Pledges of the same state, conference, capability and quantity. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  /** What the caller may send now. */
  readonly commands: readonly CommandLink[];
}

/** Without the person who asked for it. */
export type CorrectionOnPage = Omit<Correction, 'proposedBy'>;

export interface PossibleDuplicate {
  readonly pledgeId: string;
  readonly reference: string;
  readonly status: string | null;
  /** True when one of the two was entered although the other was known. */
  readonly forced: boolean;
}

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const pledgePage = async (
  { views, answeredAt, isPast }: Reading,
  pledgeId: string,
  caller: Caller,
  today: string,
): Promise<PledgePage> => {
  const row = await registerRow(views, pledgeId);
  const { pledge } = row;
  const { documents, clarifications, lastAav, lastRdlVerification, pdvPassedOn, assessments } = pledge;
  return {
    ...pledgeSummary(row),
    announcement: pledge.announcement,
    links: pledge.links,
    ...(await promiseShape(views, pledge, caller)),
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
    conditions: pledge.conditions,
    caveats: caveatsFor(pledge, caller),
    internal: readsInternalOf(caller, pledge.memberState)
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
    possibleDuplicates: await possibleDuplicates(views, row),
    commands: (isPast ? [] : allowedNow(pledge, caller, today)).flatMap((command) =>
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

/** Withdrawn and declined ones too: a repeat of an old promise is worth a look. */
const possibleDuplicates = async (views: Views, row: RegisterRow): Promise<readonly PossibleDuplicate[]> => {
  const said = row.pledge.announcement;
  if (said === null) return [];
  const alike = await views.find<RegisterRow>(PLEDGE_REGISTER, {
    where: {
      memberState: row.pledge.memberState,
      conference: said.conference,
      kind: row.pledge.capabilityCode ?? said.category,
    },
    limit: MOST_ALIKE,
  });
  return alike
    .map((found) => found.row.pledge)
    .filter((other) => other.pledgeId !== row.pledge.pledgeId && sameQuantity(other, row.pledge))
    .map(({ pledgeId, reference, status, announcement }) => ({
      pledgeId,
      reference,
      status,
      forced: said.duplicateChecked || announcement?.duplicateChecked === true,
    }));
};

/** More than a person reads. */
const MOST_ALIKE = 100;

/** As first announced: an amendment does not make a repeat another promise. */
const sameQuantity = ({ announcement: one }: Pledge, { announcement: other }: Pledge): boolean =>
  one?.quantity?.min === other?.quantity?.min &&
  one?.quantity?.max === other?.quantity?.max &&
  one?.quantity?.unit === other?.quantity?.unit &&
  one?.money?.amountMin === other?.money?.amountMin &&
  one?.money?.amountMax === other?.money?.amountMax &&
  one?.money?.currency === other?.money?.currency;
