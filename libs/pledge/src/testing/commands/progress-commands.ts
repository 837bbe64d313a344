/** Accepted examples: a pledge is tagged, and its progress reported. */
import type { ProgressCommands } from '../../progress/progress.state.ts';
import { PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const progressCommands: ExamplesOf<keyof ProgressCommands> = {
  TagThemes: {
    type: 'TagThemes',
    data: { pledgeId: PLEDGE, themes: ['a4p-women', 'a4p-conduct'], mainTheme: 'a4p-women' },
    meta: by('DESK'),
  },
  ReportProgress: {
    type: 'ReportProgress',
    data: {
      pledgeId: PLEDGE,
      reportId: idOf(90),
      text: 'Half of the unit is trained',
      from: '2025-10-01',
      to: '2025-12-31',
      share: 50,
      replaces: null,
      visibility: 'PUBLIC',
    },
    meta: state,
  },
};
