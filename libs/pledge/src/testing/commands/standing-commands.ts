/** Accepted examples: which of two promises stands. */
import type { StandingCommands } from '../../standing/standing.state.ts';
import { by, type ExamplesOf } from '../example-command.ts';
import { NEWER, PLEDGE } from '../named-events.ts';

/** A day on which an update supersedes: the rule set of November 2026 brought it. */
const now = '2026-11-02T03:00:00.000Z';

export const standingCommands: ExamplesOf<keyof StandingCommands> = {
  SupersedePledge: {
    type: 'SupersedePledge',
    data: { pledgeId: PLEDGE, newerPledgeId: NEWER, memberState: 'RWA' },
    meta: { ...by('SYSTEM'), now, occurredOn: '2026-11-01' },
  },
  DecideRepeat: {
    type: 'DecideRepeat',
    data: {
      pledgeId: PLEDGE,
      decision: 'REPEAT',
      repeats: NEWER,
      reason: 'The note verbale speaks of the same battalion',
      other: { memberState: 'RWA', repeats: null },
    },
    meta: by('DESK'),
  },
};
