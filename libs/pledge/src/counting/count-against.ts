/**
 * A later pledge that gives shape to an earlier total is not added to it: Canada's "up to 600 troops" of 2016 and the
 * smaller pledges of 2017 (lifecycle page, section 8.2), a package and its parts (section 9). Using more than a ceiling is
 * allowed: a state may give more than it said, and reports flag it.
 */
import type { Decision } from '../circumstances.ts';
import { conflict, invalid, missing } from '../refusal.ts';
import { sameContent } from '../same-content.ts';

export const countAgainst: Decision<'CountAgainst'> = ({ data }, pledge) => {
  const { pledgeId, total, ...against } = data;
  const field = 'totalId';
  if (against.totalId === pledgeId)
    throw invalid('COUNTED_IN_CIRCLE', 'No pledge is part of itself.', { field });
  if (total === null) throw missing('UNKNOWN_TOTAL', `There is no pledge ${against.totalId}.`, { field });
  if (total.memberState !== pledge.memberState) {
    throw conflict('STATE_DIFFERS', `The total is ${total.memberState}'s, not ${pledge.memberState}'s.`, {
      field,
    });
  }
  if (total.line.includes(pledgeId)) {
    throw conflict('COUNTED_IN_CIRCLE', 'The total is itself a part of this pledge.', { field });
  }
  const before = pledge.counting?.against ?? null;
  if (sameContent(against, before)) return [];
  if (before !== null) {
    throw conflict('ALREADY_COUNTED', `It is a part of ${before.totalId} already.`, {
      field,
      totalId: before.totalId,
    });
  }
  return [{ type: 'PledgeCountedAgainst', data: { pledgeId, ...against } }];
};
