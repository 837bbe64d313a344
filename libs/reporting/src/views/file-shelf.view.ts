/** The files that officers keep on pledges: notes, and who deals with what. For readers of everything alone. */
import type { DataOf, FileEvent, Role } from '@pledgeline/contracts';
import { viewOf } from '../visibility/view.ts';

export const FILE_SHELF = 'file-shelf';

export interface FileRow {
  readonly notes: readonly Note[];
  /** Who deals with the pledge as a whole. */
  readonly assignee: string | null;
  /** Who deals with a task, the last said of each. */
  readonly tasks: readonly AssignedTask[];
  readonly revision: number;
}

export interface Note extends Omit<DataOf<'NoteAdded'>, 'pledgeId'> {
  readonly on: string | null;
  readonly by: Role;
}

export type FileTask = NonNullable<DataOf<'PledgeAssigned'>['task']>;

export interface AssignedTask extends FileTask {
  readonly assignee: string | null;
}

const EMPTY: FileRow = { notes: [], assignee: null, tasks: [], revision: 0 };

export const fileShelf = viewOf<FileRow, FileEvent>({
  name: FILE_SHELF,
  version: 1,
  category: 'file',
  lists: [['notes']],
  columns: {
    /** All who deal with something, with blanks between. */
    assignees: ({ assignee, tasks }) =>
      [...new Set([assignee, ...tasks.map((one) => one.assignee)])].filter((one) => one !== null).join(' '),
  },
  apply: (row = EMPTY, event) => {
    if (event.type === 'NoteAdded') {
      const { pledgeId: _, ...note } = event.data;
      const { occurredOn, role } = event.metadata;
      return { ...row, notes: [...row.notes, { ...note, on: occurredOn, by: role as Role }] };
    }
    const { task, assignee } = event.data;
    if (task === null) return { ...row, assignee };
    return { ...row, tasks: [...row.tasks.filter((one) => !isSameTask(one, task)), { ...task, assignee }] };
  },
  readers: { where: () => null },
});

export const isSameTask = (one: FileTask, other: FileTask): boolean =>
  one.kind === other.kind && one.about === other.about;

/** Who deals with a task: who was named for it or, where nobody was, for the pledge. */
export const assigneeOf = (file: FileRow | undefined, task: FileTask): string | null =>
  file?.tasks.find((one) => isSameTask(one, task))?.assignee ?? file?.assignee ?? null;
