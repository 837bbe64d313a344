/** What is delivered rests, and goes on: when, by whom, and what follows. Lifecycle page, section 5. */
import { COMMON } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { notSuspended, resume, suspend, suspended } from './suspension.ts';
import type { SuspensionWishes } from './suspension.wishes.ts';

const UNDER_WAY = {
  ...COMMON,
  from: ['DEPLOYED', 'IN_PROGRESS'],
  roles: ['MS', 'MISSION', 'IMPL'],
  to: null,
} as const;

export const suspensionTransitions: Rows<keyof SuspensionWishes> = {
  SuspendPledge: {
    ...UNDER_WAY,
    needs: 'nothing suspended',
    precondition: notSuspended,
    decide: suspend,
    events: ['PledgeSuspended'],
  },
  ResumePledge: {
    ...UNDER_WAY,
    needs: 'a suspension',
    precondition: suspended,
    decide: resume,
    events: ['PledgeResumed'],
  },
};
