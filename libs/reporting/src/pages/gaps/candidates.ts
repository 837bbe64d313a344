/**
 * Which pledges could fill this gap, and what stands in the way of each? Those of its code or of a substitute that are promised and
 * not chosen for anything yet; those of its own code first, and within a code by state and reference: nobody is ranked. Decision 63.
 */
import { readsInternalOf, type Caller } from '@pledgeline/contracts';
import { Rejected, type FoundRow, type Views } from '@pledgeline/event-sourcing';
import {
  concernedIn,
  leftForGap,
  mustBeOpenGap,
  mustHaveLeft,
  obstaclesTo,
  openCaveats,
  type GapToFill,
} from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf, type PageOptions } from '../../answers/cursor.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { fillOf, reserved, type GapRow } from '../../views/gap-board.view.ts';
import { candidateColumn, candidatesOf, isCandidateOf } from '../../views/register/candidate-column.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { candidateList, type CandidateAnswer, type CandidateList } from './candidates.schema.ts';
import { gapRow } from './gaps-and-what-fills-them.ts';

export interface CandidatesQuestion extends PageOptions {
  readonly gapId: string;
}

/** For who reads levels and matches. @throws {Rejected} GAP_NOT_FOUND, BAD_CURSOR */
export const candidatesFor = async (
  { views, answeredAt, today }: QueryContext,
  question: CandidatesQuestion,
  caller: Caller,
): Promise<CandidateList> => {
  const row = await gapRow(views, question.gapId);
  const { gapId, capabilityCode, substitutes, number, unit, neededBy, priority } = row.gap;
  const acceptedCodes = [...new Set([capabilityCode, ...substitutes])];
  const gap = { gapId, acceptedCodes, unit, neededBy };
  const { found, next } = await pageOf(views, acceptedCodes, question);
  const totals = await Promise.all(
    acceptedCodes.map((code) => views.count(PLEDGE_REGISTER, { candidate: candidatesOf(code) })),
  );
  return {
    items: found.map((one) => candidate(one, gap, capabilityCode, caller, today)),
    next,
    total: totals.reduce((sum, count) => sum + count, 0),
    gap: {
      ...{ gapId, capabilityCode, substitutes, number, unit, neededBy, priority },
      fill: fillOf(row),
      left: leftIn(row),
      inTheWay: gapObstacles(row),
    },
    ...answeredAt,
  };
};

/** The candidates of the gap's own code first, then those of each substitute. */
const pageOf = async (views: Views, codes: readonly string[], question: CandidatesQuestion) => {
  const limit = question.limit ?? DEFAULT_LIMIT;
  const place = placeOf(question, question, isPlaceIn(codes));
  const begin = place === undefined ? 0 : codes.findIndex((code) => isCandidateOf(place[0], code));
  const found: FoundRow<RegisterRow>[] = [];
  for (const [n, code] of codes.slice(begin).entries()) {
    if (found.length > limit) break;
    const rows = await views.find<RegisterRow>(PLEDGE_REGISTER, {
      where: { candidate: candidatesOf(code) },
      orderBy: 'candidate',
      limit: limit + 1 - found.length,
      ...(n === 0 && place && { after: { value: place[0], key: place[1] } }),
    });
    found.push(...rows);
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next =
    found.length > limit && last ? cursorFor(question, [candidateColumn(last.row), last.key]) : null;
  return { found: shown.map(({ row }) => row), next };
};

const isPlaceIn =
  (codes: readonly string[]) =>
  (place: readonly unknown[]): place is [string, string] => {
    const [value, key] = place;
    const isText = place.length === 2 && typeof value === 'string' && typeof key === 'string';
    return isText && codes.some((code) => isCandidateOf(value, code));
  };

const leftIn = (row: GapRow): number => Math.max(row.gap.number - reserved(row), 0);

/** In the words of the refusal. */
const gapObstacles = (row: GapRow): CandidateList['gap']['inTheWay'] => {
  try {
    mustBeOpenGap({ gapId: row.gap.gapId, isClosed: row.isClosed });
    mustHaveLeft(leftIn(row), 1);
    return [];
  } catch (error) {
    if (error instanceof Rejected) return [{ code: error.code, detail: error.message }];
    throw error;
  }
};

const candidate = (
  { pledge, formerOwner }: RegisterRow,
  gap: GapToFill,
  ownCode: string,
  caller: Caller,
  today: string,
): CandidateAnswer => {
  const readsWhole = formerOwner !== true && readsInternalOf(caller, concernedIn(pledge));
  const open = openCaveats(pledge);
  const capabilityCode = pledge.capabilityCode ?? '';
  return {
    pledgeId: pledge.pledgeId,
    reference: pledge.reference,
    memberState: pledge.memberState,
    memberStateName: memberStateName(pledge.memberState),
    capabilityCode,
    isSubstitute: capabilityCode !== ownCode,
    status: pledge.status,
    level: pledge.level,
    levelValidUntil: pledge.levelValidUntil,
    validUntil: pledge.validUntil,
    deployWithinDays: pledge.deployWithinDays,
    left: leftForGap(pledge, gap, today),
    openCaveats: readsWhole ? open.length : null,
    blockingCaveats: readsWhole ? open.filter(({ blocking }) => blocking).length : null,
    inTheWay: obstaclesTo(pledge, gap, today),
  };
};

export const listCandidates = asList(question('listCandidates', 'LIST', candidatesFor), {
  name: 'candidates',
  schema: candidateList,
  inPath: ['gapId'],
});
