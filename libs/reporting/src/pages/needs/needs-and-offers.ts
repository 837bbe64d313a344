/** What training or help is needed, and who offers it? For states and the Secretariat. */
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { needActs, offerActs } from '@pledgeline/pledge';
import { eachOf } from '../../answers/one-or-more.ts';
import { pageOfView, whereStated } from '../../answers/page-of-view.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { stateCodes } from '../../views/register/pledge-filters.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import {
  answeredBy,
  NEED_BOARD,
  openOf,
  stateOf,
  surplusOf,
  type NeedRow,
} from '../../views/need-board.view.ts';
import { pledgesIn, promiseOf, promisesOf } from '../../views/promises-of-offers.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { findingsThatLedTo, pledgesAnswering } from '../loop/neighbours.ts';
import { relatives } from '../pledge/relatives.ts';
import { needsInState } from './needs-in-state.ts';
import { commandsNow, offered, type AnyOffered } from '../commands/commands-now.ts';
import { needList } from './need.schema.ts';
import type { NeedAnswer, NeedList, NeedPage } from './need.schema.ts';
import type { ListNeedsRequest } from './need.request.ts';

/** @throws {Rejected} UNKNOWN_STATE */
export const needsAndOffers = async (
  context: QueryContext,
  question: ListNeedsRequest,
): Promise<NeedList> => {
  const { kind, memberState, state } = question;
  const asked = whereStated({ kind, memberState: stateCodes(memberState) });
  const where = state === undefined ? asked : await needsInState(context.views, asked, eachOf(state));
  const page = await pageOfView<NeedRow>(context, { view: NEED_BOARD, where, question });
  return { ...page, items: await answers(context, page.items) };
};

/** @throws {Rejected} NEED_NOT_FOUND */
export const needAndOffers = async (
  context: QueryContext,
  needId: string,
  caller: Caller,
): Promise<NeedPage> => {
  const row = await context.views.get<NeedRow>(NEED_BOARD, needId);
  const [answer] = row === undefined ? [] : await answers(context, [row]);
  if (row === undefined || answer === undefined)
    throw new Rejected('missing', 'NEED_NOT_FOUND', `There is no need ${needId}.`, { needId });
  return {
    ...answer,
    findings: await findingsThatLedTo(context.views, [needId]),
    pledges: await relatives(context.views, await pledgesAnswering(context.views, needId)),
    ...commandsNow(toDo(row, answer.offers), caller, context),
    ...context.answeredAt,
  };
};

/** An offer whose pledge ended is chosen no more: accountability page, section 13. */
const { ChooseOffer: _, ...actsOnEnded } = offerActs;

/** About the need, then about each offer to it. */
const toDo = ({ need: said, closedFor }: NeedRow, offers: NeedAnswer['offers']): readonly AnyOffered[] => {
  const { needId, memberState, body, capabilityCode } = said;
  const need = { needId, memberState, body, capabilityCode, isClosed: closedFor !== null };
  return [
    offered({ acts: needActs, thing: need, parameters: { needId } }),
    ...offers.map(({ offerId, offerStatus: status, promise, ...offer }) =>
      offered({
        acts: promise === null || promise === 'STANDS' ? offerActs : actsOnEnded,
        thing: { need, memberState: offer.memberState, body: offer.body, status },
        parameters: { needId, offerId },
      }),
    ),
  ];
};

const answers = async ({ views }: QueryContext, rows: readonly NeedRow[]): Promise<NeedAnswer[]> => {
  const ids = rows.flatMap(({ offers }) => offers.flatMap(({ pledgeId }) => pledgeId ?? []));
  const pledges = await promisesOf(ids, pledgesIn(views));
  return rows.map((row) => ({
    ...row.need,
    state: stateOf(row, pledges),
    whose: row.need.memberState === null ? (row.need.body ?? '') : memberStateName(row.need.memberState),
    answered: answeredBy(row, pledges),
    open: openOf(row, pledges),
    surplus: surplusOf(row, pledges),
    publishedOn: row.publishedOn,
    closedFor: row.closedFor,
    offers: row.offers.map((offer) => ({
      ...offer,
      pledgeStatus: pledges.get(offer.pledgeId ?? '')?.status ?? null,
      promise: offer.pledgeId === null ? null : promiseOf(offer, pledges),
    })),
    revision: row.revision,
  }));
};

export const listNeeds = asList(question('listNeeds', 'LIST', needsAndOffers), {
  name: 'needs',
  schema: needList,
});
export const getNeed = question(
  'getNeed',
  'ROW',
  (context, { needId }: { readonly needId: string }, caller) => needAndOffers(context, needId, caller),
);
