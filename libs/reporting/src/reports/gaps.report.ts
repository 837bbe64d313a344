/** What missions seek, and how much of it was found. */
import { everyRow } from '../answers/every-row.ts';
import { fillOf, GAP_BOARD, reserved, type Fill, type GapRow } from '../views/gap-board.view.ts';
import { type Measure, adding, counting } from './figure.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';
import { gaps as figures } from './figures.data.ts';

const gapId = ({ gap }: GapRow): string => gap.gapId;

const inFill = (fill: Fill, name: string, definition: string): Measure<GapRow> =>
  counting({ figure: fill.toLowerCase(), name, unit: 'gaps', definition }, 'gaps', (row) =>
    fillOf(row) === fill ? [gapId(row)] : [],
  );

const isSought = (row: GapRow): boolean => fillOf(row) !== 'CLOSED';

const measures: readonly Measure<GapRow>[] = [
  inFill('OPEN', 'Open', 'published gaps for which nothing is held'),
  inFill('PARTLY_FILLED', 'Partly filled', 'published gaps for which less is held than sought'),
  inFill('FILLED', 'Filled', 'published gaps for which all that is sought is held'),
  inFill('CLOSED', 'Closed', 'gaps that were closed'),
  adding(figures.sought, 'gaps', gapId, (row) => (isSought(row) ? row.gap.number : null)),
  adding(figures.held, 'gaps', gapId, (row) => (isSought(row) ? reserved(row) : null)),
];

export const gapsFilled: ReportDefinition = {
  report: 'gaps',
  title: 'Gaps and their filling',
  answers: 'Which needs of missions are open, partly filled, filled?',
  readers: 'MEMBER_STATES',
  by: ['mission', 'capability'],
  takes: [],
  make: async ({ views }, { by = 'mission' }) => {
    const tallies = talliesOf(measures);
    for await (const { row } of everyRow<GapRow>(views, GAP_BOARD)) {
      tallies.add(row, [by === 'mission' ? row.gap.mission : row.gap.capabilityCode]);
    }
    return [tallies.total(), ...tallies.parts()];
  },
};
