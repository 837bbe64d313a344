import { after } from '../testing/a-pledge.ts';
import { atLevel1, historyTo } from '../testing/later-life.ts';
import { idOf } from '../testing/named-events.ts';
import { progressReported, tagged } from '../testing/shape-life.ts';
import { by, state } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { TagThemes, ReportProgress } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];

describe('TagThemes', () => {
  it('replaces the tags, in any status', () => {
    for (const status of ['ANNOUNCED', 'WITHDRAWN', 'FULFILLED'] as const) {
      after(at(status)).when(TagThemes).thenTypes('ThemeTagged');
    }
    const retagged = after([...atLevel1, tagged(), tagged({ themes: ['a4p-conduct'] })]).state();
    expect(retagged.tags).toEqual({ themes: ['a4p-conduct'], mainTheme: null });
    after([...atLevel1, tagged()])
      .when(TagThemes, { themes: [], mainTheme: null })
      .thenTypes('ThemeTagged');
  });

  it('a second time changes nothing, nor does a theme said twice', () =>
    after([...atLevel1, tagged()])
      .when(TagThemes, { themes: ['a4p-women', 'a4p-women'], mainTheme: null })
      .thenNothing());

  it.each([
    ['themes', { themes: ['toString'] }],
    ['themes', { themes: ['A4P-WOMEN'] }],
    ['mainTheme', { mainTheme: 'a4p-politics' }],
  ])('with an unknown code is refused by %s', (field, changes) => {
    const rejected = after(atLevel1).when(TagThemes, changes).thenRejected('UNKNOWN_THEME');
    expect(rejected.details).toMatchObject({ field, allowed: expect.any(Array) });
  });
});

describe('ReportProgress', () => {
  const written = after(atLevel1).when(ReportProgress).events();
  const reported = [...atLevel1, ...written];
  const next = { reportId: idOf(92), from: '2026-01-01', to: '2026-01-10' };

  it('is public unless its author keeps it back', () => {
    expect(written).toMatchObject([{ type: 'ProgressReported', visibility: 'PUBLIC' }]);
    const [kept] = after(atLevel1).when(ReportProgress, { visibility: 'INTERNAL' }).events();
    expect(kept).toMatchObject({ visibility: 'INTERNAL' });
    expect(kept?.data).not.toHaveProperty('visibility');
  });

  it.each([
    'ANNOUNCED',
    'ACKNOWLEDGED',
    'REGISTERED',
    'SELECTED',
    'READY',
    'DEPLOYED',
    'REPATRIATED',
    'PLANNED',
    'IN_PROGRESS',
  ] as const)('by the state from the announcement on: while %s', (status) =>
    after(at(status)).when(ReportProgress).thenTypes('ProgressReported'),
  );

  it.each(['WITHDRAWN', 'LAPSED'] as const)('not while %s', (status) =>
    after(at(status)).when(ReportProgress).thenRefused('WRONG_ORDER'),
  );

  it.each(['ANNOUNCED', 'ACKNOWLEDGED'] as const)('not by an implementing body while %s', (status) =>
    after(at(status)).when(ReportProgress, {}, by('IMPL')).thenRefused('FORBIDDEN'),
  );

  it('on a period the same author has reported on is refused, unless it replaces that report', () => {
    const overlap = { ...next, from: '2025-12-31' };
    const rejected = after(reported).when(ReportProgress, overlap).thenRejected('PERIOD_OVERLAPS');
    expect(rejected.details).toMatchObject({ reportId: idOf(90) });
    const [replacing] = after(reported)
      .when(ReportProgress, { ...overlap, replaces: idOf(90) })
      .events();
    expect(after([...reported, replacing!]).state().progress).toMatchObject([{ reportId: idOf(92) }]);
    after(reported).when(ReportProgress, next).thenTypes('ProgressReported');
  });

  it('stands beside earlier reports', () => {
    const { progress } = after([...atLevel1, progressReported(), ...written]).state();
    expect(progress).toMatchObject([{ share: 20, visibility: 'PUBLIC' }, { share: 50 }]);
  });

  it('another author may report on the same period', () => {
    after(reported)
      .when(ReportProgress, { ...next, from: '2025-10-01' }, by('IMPL'))
      .thenTypes('ProgressReported');
    after(reported)
      .when(
        ReportProgress,
        { ...next, from: '2025-10-01' },
        { ...state, actor: 'a colleague of the same state' },
      )
      .thenRefused('PERIOD_OVERLAPS');
  });

  it('the same again changes nothing; another under its id is refused', () => {
    after(reported).when(ReportProgress).thenNothing();
    after(reported).when(ReportProgress, { text: 'Other' }).thenRefused('REPORT_ID_REUSED');
  });

  it.each([
    ['SHARE_OUT_OF_RANGE', { share: 101 }],
    ['SHARE_OUT_OF_RANGE', { share: -1 }],
    ['SHARE_OUT_OF_RANGE', { share: NaN }],
    ['PERIOD_INVALID', { from: '2025-12-31', to: '2025-12-30' }],
    ['PERIOD_INVALID', { to: '2026-01-16' }],
    ['DATE_IMPOSSIBLE', { from: '2025-02-30' }],
    ['TEXT_MISSING', { text: ' ' }],
    ['UNKNOWN_REPORT', { replaces: idOf(99) }],
  ])('is refused as %s', (code, changes) => after(atLevel1).when(ReportProgress, changes).thenRefused(code));

  it('without a share says none', () => {
    const [event] = after(atLevel1).when(ReportProgress, { share: null }).events();
    expect(event?.data).toMatchObject({ share: null });
  });
});
