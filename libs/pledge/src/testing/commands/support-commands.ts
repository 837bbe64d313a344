/** Accepted examples: what a state asks of the Secretariat, and the two answers. */
import type { SupportCommands } from '../../support/support.state.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';
import { idOf, PLEDGE, SUPPORT } from '../named-events.ts';

export const supportCommands: ExamplesOf<keyof SupportCommands> = {
  RequestSupport: {
    type: 'RequestSupport',
    data: {
      pledgeId: PLEDGE,
      requestId: idOf(71),
      kind: 'STUDY',
      text: 'Which engines run in the heat of the mission?',
      neededBy: null,
    },
    meta: state,
  },
  AnswerSupportRequest: {
    type: 'AnswerSupportRequest',
    data: { pledgeId: PLEDGE, requestId: SUPPORT, answer: 'The study is attached', reference: 'DPO/2026/7' },
    meta: by('DESK'),
  },
  DeclineSupportRequest: {
    type: 'DeclineSupportRequest',
    data: { pledgeId: PLEDGE, requestId: SUPPORT, reason: 'No team is free this year' },
    meta: by('DESK'),
  },
};
