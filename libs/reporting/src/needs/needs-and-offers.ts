/** What training or help is needed, and who offers it? For states and the Secretariat. */
import { Rejected } from '@pledgeline/event-sourcing';
import type { PageOptions } from '../answers/cursor.ts';
import { pageOfView } from '../answers/page-of-view.ts';
import type { CountedPage } from '../answers/page-of-view.ts';
import { memberStateName } from '../register/pledge-summary.ts';
import { stateCode } from '../register/pledges-matching.ts';
import type { AnsweredAt, Reading } from '../read-models/readings.ts';
import { NEED_BOARD, stateOf } from './need-board.projection.ts';
import type { NeedRow, NeedState, Offer } from './need-board.projection.ts';

export interface NeedFilters {
  readonly kind?: string | undefined;
  readonly memberState?: string | undefined;
  readonly state?: string | undefined;
}

export type NeedAnswer = NeedRow['need'] & {
  readonly state: NeedState;
  /** Of the state, or the body as it is called. */
  readonly whose: string;
  readonly publishedOn: string | null;
  readonly closedFor: string | null;
  readonly offers: readonly Offer[];
  readonly revision: number;
};

export interface NeedList extends CountedPage<NeedAnswer>, AnsweredAt {}

/** @throws {Rejected} UNKNOWN_STATE */
export const needsAndOffers = async (
  reading: Reading,
  question: NeedFilters & PageOptions,
): Promise<NeedList> => {
  const { kind, memberState, state } = question;
  const where = {
    ...(kind !== undefined && { kind }),
    ...(memberState !== undefined && { memberState: stateCode(memberState) }),
    ...(state !== undefined && { state }),
  };
  const page = await pageOfView<NeedRow>(reading, { view: NEED_BOARD, where, question });
  return { ...page, items: page.items.map(({ row }) => answer(row)), ...reading.answeredAt };
};

/** @throws {Rejected} NEED_NOT_FOUND */
export const needAndOffers = async (reading: Reading, needId: string): Promise<NeedAnswer & AnsweredAt> => {
  const row = await reading.views.get<NeedRow>(NEED_BOARD, needId);
  if (row !== undefined) return { ...answer(row), ...reading.answeredAt };
  throw new Rejected('missing', 'NEED_NOT_FOUND', `There is no need ${needId}.`, { needId });
};

const answer = (row: NeedRow): NeedAnswer => ({
  ...row.need,
  state: stateOf(row),
  whose: row.need.memberState === null ? (row.need.body ?? '') : memberStateName(row.need.memberState),
  publishedOn: row.publishedOn,
  closedFor: row.closedFor,
  offers: row.offers,
  revision: row.revision,
});
