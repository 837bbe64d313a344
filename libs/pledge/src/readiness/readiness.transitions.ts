/** Papers, visits and levels: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { CAPABILITY, CAPABILITY_UNDATED, OFFERED, UNTIL_READY } from '../transition.ts';
import { visitKey } from './readiness.evolution.ts';
import type { Rows } from '../transition.ts';
import {
  attainLevel,
  downgradeLevel,
  losable,
  nextLevelCarried,
  noteVisitOutcome,
  receiveDocumentation,
} from './readiness.ts';
import type { ReadinessWishes } from './readiness.wishes.ts';

export const readinessTransitions: Rows<keyof ReadinessWishes> = {
  ReceiveDocumentation: {
    ...CAPABILITY,
    from: ['ACKNOWLEDGED', ...UNTIL_READY],
    roles: ['SFGC', 'FGS', 'PD', 'DOS'],
    decide: receiveDocumentation,
    events: ['DocumentationReceived'],
    to: null,
  },
  NoteVisitOutcome: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    alreadySo: ({ data }, pledge) => pledge.notedVisits.includes(visitKey(data)),
    decide: noteVisitOutcome,
    events: ['VisitOutcomeNoted'],
    to: null,
  },
  AttainLevel: {
    ...CAPABILITY,
    from: OFFERED,
    roles: ['SFGC'],
    needs: 'the visit and the documents behind the next level',
    precondition: nextLevelCarried,
    decide: attainLevel,
    events: ['LevelAttained'],
    to: null,
  },
  DowngradeLevel: {
    ...CAPABILITY,
    from: UNTIL_READY,
    roles: ['SFGC', 'SYSTEM'],
    needs: 'a level above L1; for the scheduled job one whose visit has expired',
    precondition: losable,
    decide: downgradeLevel,
    events: ['LevelDowngraded'],
    to: null,
  },
};
