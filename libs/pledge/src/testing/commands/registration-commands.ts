/** Accepted examples: questions to the state, and the decision whether its promise enters the register. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { RegistrationCommands } from '../../registration/registration.state.ts';
import { PLEDGE, QUESTION, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const registrationCommands: ExamplesOf<keyof RegistrationCommands> = {
  RequestClarification: {
    type: 'RequestClarification',
    data: {
      pledgeId: PLEDGE,
      clarificationId: idOf(41),
      question: 'Where?',
      field: null,
      dueOn: '2026-02-15',
      blocking: false,
    },
    meta: by('SFGC'),
  },
  ProvideClarification: {
    type: 'ProvideClarification',
    data: { pledgeId: PLEDGE, clarificationId: QUESTION, answer: 'The second and the third' },
    meta: state,
  },
  RegisterPledge: {
    type: 'RegisterPledge',
    data: {
      lateEntry: false,
      pledgeId: PLEDGE,
      capabilityCode: 'INF-BN',
      quantity: null,
      ...NOTHING_BESIDE,
      timeframe: null,
      deployWithinDays: 60,
      registrationReference: 'PCRS-1',
      consentReference: null,
      target: null,
      notMeasurable: false,
    },
    meta: by('SFGC'),
  },
  DeclineRegistration: {
    type: 'DeclineRegistration',
    data: { pledgeId: PLEDGE, reason: 'OUT_OF_SCOPE', text: 'No unit' },
    meta: by('DESK'),
  },
};
