/** From when to when a pledge waits for what: its rules asked once for each stretch of days on which nothing can change by itself. */
import type { RegisterRow } from '../register/register-row.ts';
import type { Around, TaskRules } from './task-rules.ts';
import type { Task } from './task.ts';
import { ALWAYS, daysOf, type Turn } from './turning-days.ts';

/** What the order of a queue, its filters and its counts need of a task; what it says in words differs from day to day. */
export type TaskFacts = Pick<Task, 'kind' | 'about' | 'since' | 'due' | 'waitsFor'>;

export interface Span {
  /** The first and the last turn on which it waits. */
  readonly first: Turn;
  readonly last: Turn;
}

export interface TasksOfSpan extends Span {
  readonly tasks: readonly Task[];
}

/** One after the other, for each chapter of rules. */
export const spansOf = (
  rulesOfRow: readonly TaskRules[],
  row: RegisterRow,
  around: Around,
): readonly TasksOfSpan[] =>
  rulesOfRow.flatMap(({ tasks, turns }) => {
    const begin =
      turns === undefined ? [] : [...new Set(turns(row, around))].filter(isWithin).sort(ascending);
    return [ALWAYS.first, ...begin].map((first, n) => ({
      first,
      last: (begin[n] ?? ALWAYS.last + 1) - 1,
      tasks: tasks(row, daysOf(first), around).filter(({ next }) => next.length > 0),
    }));
  });

const isWithin = (turn: Turn): boolean => turn > ALWAYS.first && turn < ALWAYS.last;
const ascending = (one: Turn, other: Turn): number => one - other;

export interface SpannedTask extends TaskFacts, Span {}

/** Each task once for every stretch on which its facts stay; stretches that follow each other are one. */
export const spanned = (spans: readonly TasksOfSpan[]): readonly SpannedTask[] => {
  const found = new Map<string, SpannedTask[]>();
  for (const { first, last, tasks } of spans) {
    for (const task of tasks) {
      const facts = factsOf(task);
      const key = keyOf(facts);
      const before = found.get(key);
      const latest = before?.at(-1);
      if (before === undefined) found.set(key, [{ ...facts, first, last }]);
      else if (latest?.last === first - 1) before[before.length - 1] = { ...latest, last };
      else before.push({ ...facts, first, last });
    }
  }
  return [...found.values()].flat();
};

const factsOf = ({ kind, about, since, due, waitsFor }: Task): TaskFacts => ({
  kind,
  about,
  since,
  due,
  waitsFor,
});

/** What makes two tasks one. */
export const keyOf = ({ kind, about, since, due, waitsFor }: TaskFacts): string =>
  `${kind} ${due ?? ''} ${since} ${waitsFor.join(',')} ${about ?? ''}`;
