/** How does this pledge stand, and what may I do with it now? */
import { ownStateMayRead, readsAll, readsInternalOf, type Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import {
  arrearsOf,
  askNow,
  creditsOf,
  sourcesDiffer,
  concernedIn,
  firstPersons,
  targetsSideBySide,
  termsPromised,
  type Annulment,
  type Pledge,
} from '@pledgeline/pledge';
import { accountabilityOnPage } from './accountability-on-page.ts';
import { actOnPage, objectionOnPage } from './act.schema.ts';
import { NO_COMMANDS } from '../commands/commands-now.ts';
import { pledgeCommandsNow } from './pledge-commands-now.ts';
import { caveatsFor } from '../../views/register/caveats.ts';
import type { PledgePage } from './pledge.schema.ts';
import { deliveredOnPage } from './delivered-on-page.ts';
import { implementationOnPage } from './implementation-on-page.ts';
import { leftFor } from './left-to-match.ts';
import { feedbackOf } from '../loop/neighbours.ts';
import { missionsOnPage } from './missions-on-page.ts';
import { moneyOnPage } from './money-on-page.ts';
import { newestOnPage } from './newest-on-page.ts';
import { partnershipOnPage } from './partnership-on-page.ts';
import { FILE_SHELF, type FileRow } from '../../views/file-shelf.view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { VOID_PLEDGES } from '../../views/register/void-pledges.view.ts';
import { slotsOfPledge } from './slots-of-pledge.ts';
import { partsOfUnit, unitOf } from './unit-and-parts.ts';
import { promiseShape } from './promise-shape.ts';
import { heardOn, isSilentRow, wordDue } from '../../views/register/due-dates.ts';
import { pledgeSummary } from './pledge-summary.ts';
import { possibleDuplicates } from './possible-duplicates.ts';
import { definedBy } from '../../answers/definitions.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { question } from '../../read-models/question.ts';

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const pledgePage = async (
  { views, answeredAt, isPast, isSimulated }: QueryContext,
  pledgeId: string,
  caller: Caller,
  today: string,
  earliestToday = today,
): Promise<PledgePage> => {
  const row = await registerRow(views, pledgeId);
  const { pledge } = row;
  const {
    documents,
    clarifications,
    supportRequests,
    lastAav,
    lastRdlVerification,
    pdvPassedOn,
    assessments,
  } = pledge;
  return newestOnPage({
    ...pledgeSummary(row),
    lastHeardOn: heardOn(row),
    announcement: pledge.announcement,
    links: pledge.links,
    ...(await promiseShape(views, pledge)),
    terms: termsPromised(pledge),
    targets: targetsSideBySide(pledge),
    timeframe: pledge.timeframe,
    levelValidUntil: pledge.levelValidUntil,
    lapsedOn: pledge.lapsedOn,
    matches: pledge.matches,
    ...leftFor(pledge, caller, today),
    selection: pledge.selection,
    slots: await slotsOfPledge(views, pledge),
    mou: pledge.mou,
    deployment: pledge.deployment,
    partOfUnit: await unitOf(views, pledge, caller),
    partsOfUnit: await partsOfUnit(views, pledge.pledgeId, caller),
    feedback: await feedbackOf(views, pledge),
    implementation: implementationOnPage(pledge, caller, today),
    delivered: deliveredOnPage(pledge),
    accountability: accountabilityOnPage(pledge, today),
    moneyByGiver: moneyOnPage(pledge, earliestToday),
    arrears: arrearsOf(pledge),
    reachedOn: pledge.reachedOn,
    lastWord: pledge.lastWord,
    silentFrom: wordDue(row),
    silent: isSilentRow(row, earliestToday),
    missions: await missionsOnPage(pledge, views, today),
    partnership: partnershipOnPage(pledge),
    credits: creditsOf(pledge),
    mergeConsent: pledge.mergeConsent,
    conditions: pledge.conditions,
    caveats: await caveatsFor(pledge, caller, views, today),
    internal:
      row.formerOwner !== true && readsInternalOf(caller, concernedIn(pledge))
        ? {
            documents,
            clarifications,
            supportRequests,
            lastAav,
            lastRdlVerification,
            pdvPassedOn,
            assessments,
            findingsSharedWith: pledge.findingsSharedWith,
            corrections: pledge.corrections.map(({ proposedBy: _, ...shown }) => shown),
            acts: pledge.acts.map(actOnPage),
            annulments: annulmentsFor(pledge, caller),
          }
        : null,
    file: readsAll(caller) ? await fileOnPage(views, pledge.pledgeId) : null,
    objections: pledge.objections.map(objectionOnPage),
    toAsk: askNow(pledge),
    sourcesDiffer: sourcesDiffer(pledge),
    amountsRounded: pledge.amountsRounded,
    ...(await possibleDuplicates(views, row)),
    ...(isPast ? NO_COMMANDS : pledgeCommandsNow(row, caller, today, earliestToday)),
    ...definedBy({ answeredAt, isSimulated }),
    ...answeredAt,
  });
};

const fileOnPage = async (views: Views, pledgeId: string): Promise<PledgePage['file']> => {
  const { assignee = null, notes = [], tasks = [] } = (await views.get<FileRow>(FILE_SHELF, pledgeId)) ?? {};
  return { assignee, notes, tasks };
};

/** Its state reads no more of them than of the events that they name. */
const annulmentsFor = ({ annulments }: Pledge, caller: Caller): Omit<Annulment, 'proposedBy'>[] =>
  annulments
    .filter(
      ({ annulledTypes }) =>
        readsAll(caller) || ownStateMayRead({ type: 'AnnulmentProposed', data: { annulledTypes } }),
    )
    .map(({ proposedBy: _, ...shown }) => shown);

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const registerRow = async (views: Views, pledgeId: string): Promise<RegisterRow> => {
  const row =
    (await views.get<RegisterRow>(PLEDGE_REGISTER, pledgeId)) ??
    (await views.get<RegisterRow>(VOID_PLEDGES, pledgeId));
  if (row !== undefined) return row;
  throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
};

type Asked = { readonly pledgeId: string };

/** Shared by role, but for those who are kept from a command by what they did themselves: theirs are answered anew. */
export const getPledge = question(
  'getPledge',
  'ROW',
  (context, { pledgeId }: Asked, caller) =>
    pledgePage(context, pledgeId, caller, context.today, context.earliestToday),
  {
    othersFor: async ({ views, isPast }, { pledgeId }) =>
      isPast ? [] : firstPersons((await registerRow(views, pledgeId)).pledge),
  },
);
