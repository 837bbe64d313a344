/** What do the missions seek, and who fills it? Gaps in the order of their publication, joined with the pledges held for them. */
import { readsAmongStates, readsInternalOf, type Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import { concernedIn, gapActs } from '@pledgeline/pledge';
import { fillOf, GAP_BOARD, reserved, stateOf, type GapRow } from '../../views/gap-board.view.ts';
import { pageOfView, whereStated } from '../../answers/page-of-view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import {
  leadsToGap,
  REQUIREMENT_SHELF,
  slotsThat,
  type RequirementRow,
} from '../../views/requirement-shelf.view.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered, type AnyOffered } from '../commands/commands-now.ts';
import { gapList } from './gap.schema.ts';
import type { GapAnswer, GapList, GapPage } from './gap.schema.ts';
import type { ListGapsRequest } from './gap.request.ts';

/**
 * Everybody sees what is sought, and states how much of it is reserved. The caller sees by which pledges where he reads what is
 * internal to them.
 */
export const gapsAndWhatFillsThem = async (
  context: QueryContext,
  question: ListGapsRequest,
  caller: Caller,
): Promise<GapList> => {
  const { mission, capabilityCode, state, fill } = question;
  const where = whereStated({ mission, capabilityCode, state, fill });
  const page = await pageOfView<GapRow>(context, { view: GAP_BOARD, where, question });
  return { ...page, items: await gapAnswers(context, page.items, caller) };
};

/** @throws {Rejected} GAP_NOT_FOUND */
export const gapAndWhatFillsIt = async (
  context: QueryContext,
  gapId: string,
  caller: Caller,
): Promise<GapPage> => {
  const row = await gapRow(context.views, gapId);
  const [answer] = await gapAnswers(context, [row], caller);
  if (answer === undefined) throw noSuchGap(gapId);
  return { ...answer, ...commandsNow([toDo(row)], caller, context), ...context.answeredAt };
};

/** As its reader sees it. @throws {Rejected} GAP_NOT_FOUND */
export const gapRow = async (views: Views, gapId: string): Promise<GapRow> => {
  const row = await views.get<GapRow>(GAP_BOARD, gapId);
  if (row === undefined) throw noSuchGap(gapId);
  return row;
};

const noSuchGap = (gapId: string): Rejected =>
  new Rejected('missing', 'GAP_NOT_FOUND', `There is no gap ${gapId}.`, { gapId });

const toDo = (row: GapRow): AnyOffered => {
  const { gapId, capabilityCode, substitutes } = row.gap;
  const { isClosed, reservations } = row;
  const held = { reserved: reserved(row), reservations: reservations.length };
  const thing = { gapId, capabilityCode, substitutes, isClosed, ...held };
  return offered({ acts: gapActs, thing, parameters: { gapId } });
};

/** As the caller may see them. */
export const gapAnswers = async (
  { views }: QueryContext,
  rows: readonly GapRow[],
  caller: Caller,
): Promise<GapAnswer[]> => {
  const ids = new Set(rows.flatMap(({ reservations }) => reservations.map(({ pledgeId }) => pledgeId)));
  const pledges = await views.getMany<RegisterRow>(PLEDGE_REGISTER, [...ids]);
  const shelf = await views.find<RequirementRow>(REQUIREMENT_SHELF);
  return rows.map((row) => {
    const { narrowed: _, ...gap } = row.gap;
    return {
      ...gap,
      isPublic: row.inPublic !== null,
      slots: slotsThat(shelf, (set, slot) => leadsToGap(set, slot, gap)),
      state: stateOf(row),
      ...(readsAmongStates(caller) ? filled(row) : UNTOLD),
      closedFor: row.closedFor,
      publishedOn: row.publishedOn,
      filledBy: row.reservations
        .filter(({ pledgeId }) => readsInternalOf(caller, carriersOf(pledges.get(pledgeId))))
        .map((reservation) => filling(reservation, pledges.get(reservation.pledgeId))),
      // Between two events of its true revisions the public could count what was held and given back.
      revision: readsAmongStates(caller) ? row.revision : (row.inPublic?.events ?? 1) - 1,
    };
  });
};

type Filled = Pick<GapAnswer, 'fill' | 'reserved' | 'left'>;

const filled = (row: GapRow): Filled => ({
  fill: fillOf(row),
  reserved: reserved(row),
  left: Math.max(row.gap.number - reserved(row), 0),
});

/** To the public. */
const UNTOLD: Filled = { fill: null, reserved: null, left: null };

const carriersOf = (row: RegisterRow | undefined): readonly string[] =>
  row === undefined || row.formerOwner === true ? [] : concernedIn(row.pledge);

const filling = (
  reservation: GapRow['reservations'][number],
  row: RegisterRow | undefined,
): GapAnswer['filledBy'][number] => ({
  ...reservation,
  ...besideIn(row, reservation.reservationId),
  reference: row?.pledge.reference ?? null,
  memberState: row?.pledge.memberState ?? null,
  memberStateName: row === undefined ? null : memberStateName(row.pledge.memberState),
  status: row?.pledge.status ?? null,
  level: row?.pledge.level ?? null,
});

/** What the match takes of the pledge, under its names; null until it is made, and where nobody knows. */
const besideIn = (row: RegisterRow | undefined, reservationId: string) => {
  const match = row?.pledge.matches.find((held) => held.reservationId === reservationId);
  return {
    units: match?.units ?? null,
    persons: match?.persons ?? null,
    aircraft: match?.aircraft ?? null,
  };
};

export const listGaps = asList(question('listGaps', 'LIST', gapsAndWhatFillsThem), {
  name: 'gaps',
  schema: gapList,
});
export const getGap = question('getGap', 'ROW', (context, { gapId }: { readonly gapId: string }, caller) =>
  gapAndWhatFillsIt(context, gapId, caller),
);
