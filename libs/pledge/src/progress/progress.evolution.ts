/** How the pledge changes: it is tagged, and its progress reported. */
import type { Evolutions } from '../evolution.ts';

export const progressEvolution = {
  ThemeTagged: (pledge, { themes, mainTheme }) => ({ ...pledge, tags: { themes, mainTheme } }),
  ProgressReported: (pledge, { pledgeId: _, replaces, ...report }, { metadata }) => {
    const kept = (pledge.progress ?? []).filter(({ reportId }) => reportId !== replaces);
    return { ...pledge, progress: [...kept, { ...report, visibility: metadata.visibility }] };
  },
} satisfies Partial<Evolutions>;
