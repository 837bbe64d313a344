/** A page of the work queue for people: a line for each task, and below how many there are of each kind, whatever kind was asked for. */
import { aligned } from './aligned.ts';
import { shownOf } from './list-command.ts';
import type { Paint } from './terminal.ts';

interface Task {
  readonly kind: string;
  readonly reference: string;
  readonly waitsFor: readonly string[];
  readonly due: string | null;
  readonly overdue: boolean;
  readonly todo: string;
}

/** As much of the answer as people read. */
export interface QueuePage {
  readonly items: readonly Task[];
  readonly total: number;
  readonly next: string | null;
  readonly counts: {
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
    readonly overdue: number;
  };
}

const HEADER = ['DUE', '', 'KIND', 'FOR', 'REFERENCE', 'TO DO'];

export const queueInLines = (page: QueuePage, paint: Paint): readonly string[] => {
  const rows = page.items.map(({ kind, reference, waitsFor, due, overdue, todo }) => [
    due ?? 'no date',
    overdue ? 'overdue' : '',
    kind,
    waitsFor.join(' '),
    reference,
    todo,
  ]);
  const [header = '', ...lines] = rows.length === 0 ? [] : aligned([HEADER, ...rows]);
  const { kinds, overdue } = page.counts;
  const counts = [
    ...kinds.map(({ kind, count }) => [String(count), kind]),
    ...(overdue === 0 ? [] : [[String(overdue), 'overdue']]),
  ];
  return [
    ...(rows.length === 0 ? [] : [paint.faint(header), ...lines]),
    paint.faint(shownOf(page, 'tasks')),
    ...(counts.length === 0 ? [] : ['', ...aligned(counts, { numbers: [0] }).map((line) => `  ${line}`)]),
  ];
};
