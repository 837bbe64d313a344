/**
 * The file that officers keep on a pledge: what they note for each other, and who deals with the pledge or with one of its tasks.
 * Beside the pledge, because nobody else may learn that it moved. Accountability page, section 15.
 */
import { impossible, mustBeSentBy } from '@pledgeline/contracts';
import type { DataOf, FileEvent } from '@pledgeline/contracts';
import type { Command, Decider } from '@pledgeline/event-sourcing';
import { FILE_KEEPERS } from '@pledgeline/pledge';

export type FileCommand =
  Command<'AddNote', DataOf<'NoteAdded'>> | Command<'AssignPledge', DataOf<'PledgeAssigned'>>;

type Task = DataOf<'PledgeAssigned'>['task'];

/** Who deals with what: the pledge as a whole under no task. */
export type File = ReadonlyMap<string, string | null>;

const keyOf = (task: Task): string => JSON.stringify(task === null ? null : [task.kind, task.about]);

export const file: Decider<File, FileCommand, FileEvent> = {
  initialState: () => new Map(),
  evolve: (assigned, { type, data }) => {
    if (type !== 'PledgeAssigned') return assigned;
    const { task, assignee } = data as DataOf<'PledgeAssigned'>;
    return new Map([...assigned, [keyOf(task), assignee]]);
  },
  decide: (command, assigned) => {
    mustBeSentBy(command, FILE_KEEPERS);
    switch (command.type) {
      case 'AddNote':
        return [{ type: 'NoteAdded', data: command.data }];
      case 'AssignPledge': {
        const before = assigned.get(keyOf(command.data.task)) ?? null;
        // Said twice, done once.
        return before === command.data.assignee ? [] : [{ type: 'PledgeAssigned', data: command.data }];
      }
      default:
        return impossible(command);
    }
  },
};
