/** A pledge has themes, and its state and its implementing body report its progress: lifecycle page, section 5. */
import { OPEN_STATUSES, TAGS } from '@pledgeline/contracts';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, missing, mustBeShare, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import type { ProgressReport } from './progress.state.ts';

const evolve = {
  ThemeTagged: (pledge, { themes, mainTheme }) => ({ ...pledge, tags: { themes, mainTheme } }),
  ProgressReported: (pledge, { pledgeId: _, replaces, ...report }, { metadata }) => {
    const kept = (pledge.progress ?? []).filter(({ reportId }) => reportId !== replaces);
    return { ...pledge, progress: [...kept, { ...report, visibility: metadata.visibility }] };
  },
} satisfies Partial<Folds>;

const tagThemes: Decision<'TagThemes'> = ({ data }, pledge) => {
  const themes = [...new Set(data.themes)];
  const unknown = themes.find((theme) => !TAGS.includes(theme));
  if (unknown !== undefined) {
    throw invalid('UNKNOWN_THEME', `${unknown} is no theme.`, { field: 'themes', allowed: TAGS });
  }
  const { pledgeId, mainTheme } = data;
  if (mainTheme !== null && !themes.includes(mainTheme)) {
    throw invalid('UNKNOWN_THEME', 'The main theme is one of the themes.', {
      field: 'mainTheme',
      allowed: themes,
    });
  }
  const before = pledge.tags ?? { themes: [], mainTheme: null };
  if (sameContent({ themes, mainTheme }, before)) return [];
  return [{ type: 'ThemeTagged', data: { pledgeId, themes, mainTheme } }];
};

const reportProgress: Decision<'ReportProgress'> = ({ data, meta }, pledge, { on }) => {
  const { visibility, ...report } = data;
  const reports = pledge.progress ?? [];
  // A state is one author, also when several persons write for it, and so is the implementing body.
  const author = meta.role === 'MS' ? 'MS' : 'IMPL';
  const earlier = reports.find(({ reportId }) => reportId === report.reportId);
  if (earlier !== undefined) {
    if (isSame(earlier, { ...report, visibility, author })) return [];
    throw conflict('REPORT_ID_REUSED', 'Another report was made under this id.', { field: 'reportId' });
  }
  mustSay('text', report.text);
  mustBePeriod(report, on);
  if (report.share !== null) mustBeShare(report.share);
  const own = reports.filter((one) => one.author === author);
  mustReplaceOwn(report.replaces, own);
  mustNotOverlap(report, own);
  return [{ type: 'ProgressReported', data: { ...report, author }, visibility }];
};

const isSame = (earlier: ProgressReport, said: ProgressReport): boolean =>
  (['text', 'from', 'to', 'share', 'visibility', 'author'] as const).every(
    (key) => earlier[key] === said[key],
  );

type Period = Pick<ProgressReport, 'from' | 'to'>;

/** A report covers a time that is over. */
const mustBePeriod = ({ from, to }: Period, on: string): void => {
  for (const [field, day] of Object.entries({ from, to })) {
    mustBeDay(field, day);
  }
  if (from > to) throw invalid('PERIOD_INVALID', 'The period ends before it begins.', { field: 'to' });
  if (to > on) throw invalid('PERIOD_INVALID', `The period ends after ${on}.`, { field: 'to', latest: on });
};

const mustReplaceOwn = (replaces: string | null, own: readonly ProgressReport[]): void => {
  if (replaces === null || own.some(({ reportId }) => reportId === replaces)) return;
  throw missing('UNKNOWN_REPORT', 'There is no such report of the same author.', { field: 'replaces' });
};

const mustNotOverlap = (
  report: Period & { readonly replaces: string | null },
  own: Pledge['progress'],
): void => {
  const other = own?.find(
    ({ reportId, from, to }) => reportId !== report.replaces && from <= report.to && to >= report.from,
  );
  if (other === undefined) return;
  const { reportId, from, to } = other;
  throw conflict('PERIOD_OVERLAPS', `The same author reported on ${from} to ${to}: replace that report.`, {
    field: 'from',
    reportId,
    from,
    to,
  });
};

export const progress = chapter({
  evolve,
  commands: {
    TagThemes: {
      ...COMMON_UNDATED,
      from: ANY_STATUS,
      roles: ['DESK'],
      decide: tagThemes,
      events: ['ThemeTagged'],
    },
    ReportProgress: {
      ...COMMON_UNDATED,
      from: [...OPEN_STATUSES, 'PARTIALLY_FULFILLED'],
      roles: ['MS', 'IMPL'],
      rolesFor: ({ track }) => (track === null ? ['MS'] : ['MS', 'IMPL']),
      decide: reportProgress,
      events: ['ProgressReported'],
    },
  },
});
