/** Accepted examples: a pledge is put under another code. */
import type { ReclassificationCommands } from '../../reclassification/reclassification.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const reclassificationCommands: ExamplesOf<keyof ReclassificationCommands> = {
  ProposeReclassification: {
    type: 'ProposeReclassification',
    data: { pledgeId: PLEDGE, capabilityCode: 'FPU', reason: 'They are police' },
    meta: by('DESK'),
  },
  ReclassifyPledge: {
    type: 'ReclassifyPledge',
    data: { pledgeId: PLEDGE, capabilityCode: 'FPU' },
    meta: { ...by('SFGC'), actor: 'second person' },
  },
};
