/** Accepted examples: of the act that waits for a second officer. */
import type { ActsCommands } from '../../acts/acts.state.ts';
import { ACT } from '../acts.ts';
import { PLEDGE } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const actCommands: ExamplesOf<keyof ActsCommands> = {
  ApproveAct: {
    type: 'ApproveAct',
    data: { pledgeId: PLEDGE, actId: ACT },
    meta: { ...by('DESK'), actor: 'second.officer' },
  },
  RejectAct: {
    type: 'RejectAct',
    data: { pledgeId: PLEDGE, actId: ACT, reason: 'The note is of another pledge' },
    meta: by('DESK'),
  },
};
