/** Accepted examples: of the act that waits for a second officer. */
import type { ActsCommands } from '../../acts/acts.state.ts';
import { ACT } from '../acts.ts';
import { idOf, PLEDGE } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const actCommands: ExamplesOf<keyof ActsCommands> = {
  ApproveAct: {
    type: 'ApproveAct',
    data: { pledgeId: PLEDGE, actId: ACT },
    meta: { ...by('DESK'), actor: 'second.officer' },
  },
  ObjectToAct: {
    type: 'ObjectToAct',
    data: {
      pledgeId: PLEDGE,
      actId: ACT,
      wholeAct: true,
      reason: 'The note is of another pledge',
      asked: [],
      standing: 'PROPOSED',
      events: [],
      annulment: { strikes: [], blocked: [] },
      correctionId: idOf(96),
      annulmentId: idOf(97),
      original: null,
      findings: { blocked: [], lacking: [] },
    },
    meta: state,
  },
  RejectAct: {
    type: 'RejectAct',
    data: { pledgeId: PLEDGE, actId: ACT, reason: 'The note is of another pledge' },
    meta: by('DESK'),
  },
};
