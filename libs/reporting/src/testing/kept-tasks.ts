/** Whether the tasks that are put right at each batch are those that are made of everything there is then. */
import type { FoundRow, RecordedEvent, Views } from '@pledgeline/event-sourcing';
import { taskList, TASK_LIST } from '../views/tasks/task-list.view.ts';
import type { TaskRow } from '../views/tasks/task-rows.ts';
import { openInMemory } from './read-models-of.ts';

/**
 * Compares both after each batch.
 * @param sizes of the batches, one after the other and again.
 * @returns kinds of tasks that waited after some batch.
 */
export const mustBeAsMadeAnew = async (
  events: readonly RecordedEvent[],
  sizes: readonly number[],
): Promise<ReadonlySet<string>> => {
  const opened = await openInMemory();
  const { readModels, views } = opened;
  const kinds = new Set<string>();
  for (let at = 0, n = 0; at < events.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    await readModels.handle(events.slice(at, at + size));
    at += size;
    const tasks = await stored(views);
    expect(tasks).toEqual(JSON.parse(JSON.stringify(await made(views))));
    for (const row of Object.values(tasks)) kinds.add((row as TaskRow).kind);
  }
  await opened.close();
  return kinds;
};

const { follow } = taskList.projection;

const byKey = (rows: readonly Pick<FoundRow<unknown>, 'key' | 'row'>[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(rows.map(({ key, row }) => [key, row]));

const stored = async (views: Views): Promise<Readonly<Record<string, unknown>>> => {
  const rows: FoundRow<unknown>[] = [];
  for await (const row of views.dump(TASK_LIST)) rows.push(row);
  return byKey(rows);
};

const made = async (views: Views): Promise<Readonly<Record<string, unknown>>> => {
  const rows: { readonly key: string; readonly row: unknown }[] = [];
  if (follow === undefined) return {};
  for await (const some of follow.all(views)) rows.push(...some);
  return byKey(rows);
};
