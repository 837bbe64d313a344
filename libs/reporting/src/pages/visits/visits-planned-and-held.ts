/** Which visits are planned or were held, what did they find, and does one unit stand in two of them? */
import type { Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import { visitActs } from '@pledgeline/pledge';
import { conflictsWith, openVisits, type OpenVisits } from '../../views/open-visits.ts';
import { pageOfView, whereStated } from '../../answers/page-of-view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { stateCodes } from '../../views/register/pledge-filters.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { stateOf, unitsWithoutOutcome, VISIT_DIARY, type VisitRow } from '../../views/visit-diary.view.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
import { visitList } from './visit.schema.ts';
import type { VisitAnswer, VisitList, VisitPage } from './visit.schema.ts';
import type { ListVisitsRequest } from './visit.request.ts';

/** A state reads its own visits only. */
export const visitsPlannedAndHeld = async (
  context: QueryContext,
  question: ListVisitsRequest,
): Promise<VisitList> => {
  const { memberState, purpose, state, from, to } = question;
  const where = {
    ...whereStated({ purpose, state, memberState: stateCodes(memberState) }),
    ...(from !== undefined && { endsOn: { from } }),
    ...(to !== undefined && { beginsOn: { to } }),
  };
  const page = await pageOfView<VisitRow>(context, { view: VISIT_DIARY, where, question });
  const open = await openVisits(context.views);
  return {
    ...page,
    items: await Promise.all(page.items.map((row) => answer(row, open, context.views))),
  };
};

/** @throws {Rejected} VISIT_NOT_FOUND, also for another state's visit. */
export const visitPlannedOrHeld = async (
  context: QueryContext,
  visitId: string,
  caller: Caller,
): Promise<VisitPage> => {
  const { views, answeredAt } = context;
  const row = await views.get<VisitRow>(VISIT_DIARY, visitId);
  if (row === undefined) {
    throw new Rejected('missing', 'VISIT_NOT_FOUND', `There is no visit ${visitId}.`, { visitId });
  }
  const visit = {
    units: row.visit.units,
    conductedOn: row.conducted?.to ?? null,
    judged: row.outcomes.map(({ pledgeId }) => pledgeId),
  };
  const toDo = offered({ acts: visitActs, thing: visit, parameters: { visitId } });
  return {
    ...(await answer(row, await openVisits(views), views)),
    ...commandsNow([toDo], caller, context),
    ...answeredAt,
  };
};

const answer = async (row: VisitRow, open: OpenVisits, views: Views): Promise<VisitAnswer> => ({
  ...row.visit,
  unitsNamed: await Promise.all(row.visit.units.map((unit) => named(views, unit))),
  memberStateName: memberStateName(row.visit.memberState),
  state: stateOf(row),
  conducted: row.conducted,
  outcomes: row.outcomes,
  unitsWithoutOutcome: unitsWithoutOutcome(row),
  conflictsWith: conflictsWith(row, open),
  reportReference: row.reportReference,
  agreementReference: row.agreementReference,
  revision: row.revision,
});

/** Of a pledge that the reader does not find any more the id alone is shown. */
const named = async (views: Views, pledgeId: string): Promise<VisitAnswer['unitsNamed'][number]> => {
  const row = await views.get<RegisterRow>(PLEDGE_REGISTER, pledgeId);
  return { pledgeId, reference: row?.pledge.reference ?? null };
};

export const listVisits = asList(question('listVisits', 'LIST', visitsPlannedAndHeld), {
  name: 'visits',
  schema: visitList,
});
export const getVisit = question(
  'getVisit',
  'ROW',
  (context, { visitId }: { readonly visitId: string }, caller) =>
    visitPlannedOrHeld(context, visitId, caller),
);
