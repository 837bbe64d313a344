/** Accepted examples: what is delivered rests, and goes on. */
import type { SuspensionCommands } from '../../suspension/suspension.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const suspensionCommands: ExamplesOf<keyof SuspensionCommands> = {
  SuspendPledge: {
    type: 'SuspendPledge',
    data: { pledgeId: PLEDGE, reason: 'The airport is closed' },
    meta: by('MISSION'),
  },
  ResumePledge: { type: 'ResumePledge', data: { pledgeId: PLEDGE }, meta: by('MISSION') },
};
