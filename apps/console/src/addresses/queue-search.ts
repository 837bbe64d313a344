/** The search part of the work queue, and the place in it that goes along to the page of a pledge. */
import { addressOf, pledgeAddress, withSearch } from './addresses.ts';

const NAMES = ['role', 'kind', 'memberState', 'category', 'conference', 'overdue', 'q', 'cursor'] as const;

/** Role `any` is everybody's work; without one it is that of the reader's own role. */
export type QueueSearch = Partial<Record<(typeof NAMES)[number], string>>;
export const ANY_ROLE = 'any';

export const queueSearchIn = (search: string): QueueSearch => {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given.get(name);
      return value ? [[name, value]] : [];
    }),
  );
};

export const queueAddress = (search: QueueSearch): string => withSearch(addressOf.queue, search);

/** What the API is asked. @param ownRole of the reader, null for one who has none to work in. */
export const queueQuery = ({ role, ...rest }: QueueSearch, ownRole: string | null): QueueSearch => {
  const asked = role === ANY_ROLE ? null : (role ?? ownRole);
  return { ...rest, ...(asked !== null && { role: asked }) };
};

interface Task {
  readonly taskId: string;
  readonly reference: string;
  readonly next: readonly { readonly command: string }[];
}

/** The page of a task's pledge, which knows from which queue it was opened, and what is waited for. */
export const taskAddress = ({ taskId, reference, next }: Task, at: number, queue: QueueSearch): string =>
  withSearch(pledgeAddress(reference), {
    task: taskId,
    at: String(at),
    first: next.map(({ command }) => command).join(' '),
    queue: queueAddress(queue).split('?')[1] ?? '-',
  });

export interface QueuePlace {
  readonly task: string;
  /** From 0, when it was opened. */
  readonly at: number;
  /** The commands that end the wait. */
  readonly waitsFor: readonly string[];
  readonly queue: QueueSearch;
}

/** Null where the page was not opened from a queue. */
export const queuePlaceIn = (search: string): QueuePlace | null => {
  const given = new URLSearchParams(search);
  const task = given.get('task');
  const queue = given.get('queue');
  const at = Number(given.get('at'));
  if (task === null || queue === null || !Number.isInteger(at) || at < 0) return null;
  const waitsFor = (given.get('first') ?? '').split(' ').filter(Boolean);
  return { task, at, waitsFor, queue: queueSearchIn(queue) };
};
