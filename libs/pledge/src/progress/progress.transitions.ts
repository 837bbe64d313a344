/** A pledge is tagged, and its progress reported: when, by whom, and what follows. Lifecycle page, section 5. */
import { STATUSES } from '@pledgeline/contracts';
import { COMMON_UNDATED, UNTIL_READY } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { reportProgress, tagThemes } from './progress.ts';
import type { ProgressWishes } from './progress.wishes.ts';

export const progressTransitions: Rows<keyof ProgressWishes> = {
  TagThemes: {
    ...COMMON_UNDATED,
    from: STATUSES,
    roles: ['DESK'],
    decide: tagThemes,
    events: ['ThemeTagged'],
    to: null,
  },
  ReportProgress: {
    ...COMMON_UNDATED,
    from: [...UNTIL_READY, 'DEPLOYED', 'PLANNED', 'IN_PROGRESS'],
    roles: ['MS', 'IMPL'],
    decide: reportProgress,
    events: ['ProgressReported'],
    to: null,
  },
};
