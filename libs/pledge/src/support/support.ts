/**
 * A state asks the Secretariat for something that helps it to keep its pledge: a study, a survey, a visit, a briefing. The
 * desk, or the cell of the field, answers once or declines with a reason. Issue 15, point 5.
 */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { openSupportRequests, type SupportRequest } from './support.state.ts';

const evolve = {
  SupportRequested: (pledge, { pledgeId: _, ...asked }, { metadata: { occurredOn: askedOn } }) => ({
    ...pledge,
    supportRequests: [
      ...pledge.supportRequests,
      { ...asked, askedOn, outcome: null, settledOn: null, answer: null, reference: null },
    ],
  }),
  SupportRequestAnswered: (pledge, { requestId, answer, reference }, { metadata }) =>
    settled(pledge, requestId, { outcome: 'ANSWERED', settledOn: metadata.occurredOn, answer, reference }),
  SupportRequestDeclined: (pledge, { requestId, reason: answer }, { metadata }) =>
    settled(pledge, requestId, { outcome: 'DECLINED', settledOn: metadata.occurredOn, answer }),
} satisfies Partial<Folds>;

const settled = (pledge: Pledge, id: string, outcome: Partial<SupportRequest>): Pledge => ({
  ...pledge,
  supportRequests: pledge.supportRequests.map((asked) =>
    asked.requestId === id ? { ...asked, ...outcome } : asked,
  ),
});

/** @throws {Rejected} TEXT_MISSING, REQUEST_ID_REUSED, DATE_IMPOSSIBLE, or NEEDED_BEFORE_REQUEST. */
const requestSupport: Decision<'RequestSupport'> = ({ data }, pledge, { on }) => {
  mustSay('text', data.text);
  if (find(pledge, data.requestId) !== undefined) {
    throw conflict('REQUEST_ID_REUSED', 'Another request has this id.', { field: 'requestId' });
  }
  const { neededBy } = data;
  if (neededBy !== null) {
    mustBeDay('neededBy', neededBy);
    if (neededBy < on) {
      throw invalid('NEEDED_BEFORE_REQUEST', `The request was made on ${on}, after it was needed.`, {
        field: 'neededBy',
        earliest: on,
      });
    }
  }
  return [{ type: 'SupportRequested', data }];
};

const answer: Decision<'AnswerSupportRequest'> = ({ data }, pledge, { on }) => {
  mustSay('answer', data.answer);
  mustFollow(pledge, data.requestId, on);
  return [{ type: 'SupportRequestAnswered', data }];
};

const decline: Decision<'DeclineSupportRequest'> = ({ data }, pledge, { on }) => {
  mustSay('reason', data.reason);
  mustFollow(pledge, data.requestId, on);
  return [{ type: 'SupportRequestDeclined', data }];
};

const find = (pledge: Pledge, id: string): SupportRequest | undefined =>
  pledge.supportRequests.find(({ requestId }) => requestId === id);

/** @throws {Rejected} BEFORE_REQUEST */
const mustFollow = (pledge: Pledge, id: string, on: string): void => {
  const askedOn = find(pledge, id)?.askedOn ?? null;
  if (askedOn === null || on >= askedOn) return;
  throw invalid('BEFORE_REQUEST', `The request was made on ${askedOn}.`, { field: 'occurredOn', askedOn });
};

/** One request has one outcome: an error in it is corrected, not overwritten. */
const unsettled: Precondition<'AnswerSupportRequest' | 'DeclineSupportRequest'> = (
  pledge,
  _context,
  command,
) => {
  const asked = command === null ? openSupportRequests(pledge)[0] : find(pledge, command.data.requestId);
  if (asked === undefined) {
    return missing('UNKNOWN_REQUEST', 'The state made no such request.', { field: 'requestId' });
  }
  return asked.outcome === null
    ? undefined
    : conflict('REQUEST_CLOSED', `The request was ${asked.outcome.toLowerCase()} already.`, {
        field: 'requestId',
        outcome: asked.outcome,
      });
};

const SETTLED = {
  ...COMMON_UNDATED,
  from: ANY_STATUS,
  roles: ['DESK', 'SFGC', 'FGS', 'PD'],
  needs: 'a request that is open',
  precondition: unsettled,
} as const;

export const support = chapter({
  evolve,
  commands: {
    RequestSupport: {
      ...COMMON_UNDATED,
      from: [...OPEN_STATUSES, 'PARTIALLY_FULFILLED'],
      roles: ['MS'],
      decide: requestSupport,
      events: ['SupportRequested'],
    },
    AnswerSupportRequest: { ...SETTLED, decide: answer, events: ['SupportRequestAnswered'] },
    DeclineSupportRequest: { ...SETTLED, decide: decline, events: ['SupportRequestDeclined'] },
  },
});
