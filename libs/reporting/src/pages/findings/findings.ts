/**
 * What was found about units, by which tool, and what became of it? The Secretariat reads all, a state what concerns its own units,
 * and trainers what a state lets them read while it does: accountability page, section 7.
 */
import {
  FINDING_OUTCOMES,
  PERFORMANCE_RESULTS,
  PERFORMANCE_TOOLS,
  performanceTool,
  readsInternalOf,
  type Caller,
} from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { concernedIn } from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../../answers/cursor.ts';
import { everyRow } from '../../answers/every-row.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { question } from '../../read-models/question.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { eachOf, type OneOrMore } from '../../answers/one-or-more.ts';
import { stateCodes } from '../../views/register/pledge-filters.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { outcomeOf } from '../loop/finding-outcome.ts';
import {
  coursesOf,
  evaluationsOf,
  foundIn,
  needAt,
  pledgesOf,
  withSuccessors,
  type Found,
} from '../loop/neighbours.ts';
import { registerRow } from '../pledge/pledge-page.ts';
import { relative, relatives } from '../pledge/relatives.ts';
import { findingList } from './finding.schema.ts';
import { asList } from '../../read-models/as-list.ts';
import type { FindingAnswer, FindingList, FindingPage } from './finding.schema.ts';
import type { ListFindingsRequest } from './finding.request.ts';

type Filters = Omit<ListFindingsRequest, 'format'>;

/** Newest first. @throws {Rejected} UNKNOWN_STATE or BAD_CURSOR */
export const findingsFound = async (
  context: QueryContext,
  filters: Filters,
  caller: Caller,
): Promise<FindingList> => {
  const all = await everyFinding(context, filters, caller);
  const limit = filters.limit ?? DEFAULT_LIMIT;
  const [after] = placeOf(filters, filters, isFindingPlace) ?? [];
  const begin = after === undefined ? 0 : all.findIndex((one) => placeIn(one) > after);
  const shown = begin < 0 ? [] : all.slice(begin, begin + limit);
  const last = shown.at(-1);
  const isLast = begin < 0 || begin + limit >= all.length;
  return {
    items: shown,
    next: isLast || last === undefined ? null : cursorFor(filters, [placeIn(last)]),
    total: all.length,
    byTool: counted(PERFORMANCE_TOOLS, all, ({ tool }) => tool),
    byOutcome: counted(FINDING_OUTCOMES, all, ({ outcome }) => outcome),
    byResult: counted(PERFORMANCE_RESULTS, all, ({ result }) => result),
    ...context.answeredAt,
  };
};

const isFindingPlace = (place: readonly unknown[]): place is [string] =>
  place.length === 1 && typeof place[0] === 'string';

/** Sorts as text: the newest day first, then by id. */
const placeIn = ({ assessedOn, findingId }: FindingAnswer): string => {
  const day = assessedOn.replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
  return `${day} ${findingId}`;
};

const counted = <Code extends string>(
  codes: readonly Code[],
  all: readonly FindingAnswer[],
  codeOf: (finding: FindingAnswer) => Code | null,
) =>
  codes.flatMap((code) => {
    const findings = all.filter((one) => codeOf(one) === code).length;
    return findings === 0 ? [] : [{ code, findings }];
  });

const everyFinding = async (
  { views }: QueryContext,
  filters: Filters,
  caller: Caller,
): Promise<readonly FindingAnswer[]> => {
  const isAsked = asked(filters);
  const outcomes = eachOf(filters.outcome);
  const all: FindingAnswer[] = [];
  for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, { findings: 'SOME' })) {
    for (const found of foundIn(row.pledge)) {
      const said = shownTo(caller, row, found);
      if (!isAsked(said)) continue;
      const outcome = await outcomeOf(views, found.finding);
      if (filters.outcome === undefined || outcomes.includes(outcome)) all.push({ ...said, outcome });
    }
  }
  return all.sort((one, other) => (placeIn(one) < placeIn(other) ? -1 : 1));
};

type Said = Omit<FindingAnswer, 'outcome'>;

/** What a filter asks of is what its reader is shown; missions are codes. @throws {Rejected} UNKNOWN_STATE */
const asked = ({ memberState, mission, from, to, ...filters }: Filters): ((said: Said) => boolean) => {
  const states = stateCodes(memberState);
  const isOneOf = (stated: OneOrMore, shown: string | null): boolean =>
    stated === undefined || (shown !== null && eachOf(stated).includes(shown));
  return (said) =>
    isOneOf(filters.tool, said.tool) &&
    isOneOf(filters.result, said.result) &&
    isOneOf(filters.capabilityCode, said.capabilityCode) &&
    isOneOf(states, said.memberState) &&
    isOneOf(mission, said.mission) &&
    (from === undefined || said.assessedOn >= from) &&
    (to === undefined || said.assessedOn <= to);
};

const shownTo = (
  caller: Caller,
  { formerOwner }: RegisterRow,
  { pledge, assessment, finding }: Found,
): Said => {
  const { pledgeId, reference, memberState, capabilityCode, deployment } = pledge;
  const { assessmentId, assessedOn, tool, result, reportReference } = assessment;
  const readsAssessment = formerOwner !== true && readsInternalOf(caller, concernedIn(pledge));
  return {
    findingId: finding.findingId,
    pledgeId,
    reference,
    memberState,
    memberStateName: memberStateName(memberState),
    capabilityCode,
    mission: deployment?.mission ?? null,
    assessmentId,
    assessedOn,
    tool,
    toolName: performanceTool(tool),
    result: readsAssessment ? result : null,
    reportReference: readsAssessment ? reportReference : null,
    text: finding.text,
    needId: finding.needId,
    ledToPledgeId: finding.ledToPledgeId,
  };
};

/** @throws {Rejected} PLEDGE_NOT_FOUND, or FINDING_NOT_FOUND also for a finding that the caller may not read. */
export const findingPage = async (
  { views, answeredAt }: QueryContext,
  { pledgeId, findingId }: { readonly pledgeId: string; readonly findingId: string },
  caller: Caller,
): Promise<FindingPage> => {
  const row = await registerRow(views, pledgeId);
  const found = foundIn(row.pledge).find(({ finding }) => finding.findingId === findingId);
  if (found === undefined) {
    throw new Rejected('missing', 'FINDING_NOT_FOUND', `There is no finding ${findingId}.`, { findingId });
  }
  const { needId } = found.finding;
  const pledges = await pledgesOf(views, found.finding);
  const line = await withSuccessors(views, pledges);
  return {
    ...shownTo(caller, row, found),
    outcome: await outcomeOf(views, found.finding),
    unit: await relative(views, pledgeId),
    need: needId === null ? null : ((await needAt(views, needId)) ?? null),
    pledges: await relatives(views, pledges),
    courses: line.flatMap(coursesOf),
    evaluations: line.flatMap(evaluationsOf),
    ...answeredAt,
  };
};

export const listFindings = asList(question('listFindings', 'LIST', findingsFound), {
  name: 'findings',
  schema: findingList,
});

export const getFinding = question(
  'getFinding',
  'ROW',
  (context, asked: { readonly pledgeId: string; readonly findingId: string }, caller) =>
    findingPage(context, asked, caller),
);
