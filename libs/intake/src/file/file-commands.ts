/** The handler that decides and appends to the files of officers. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { file, type File, type FileCommand } from './file.ts';

export type FileCommands = CommandHandler<File, FileCommand>;
export const FILE_COMMANDS = Symbol('FileCommands');

export const fileCommands = (store: EventStore): FileCommands =>
  handleCommand({ store, decider: file, catalogue, reads: readsByVisibility });

/** Answers with the address of the pledge, which shows its file. */
export const sendToFile = senderTo<FileCommand>({
  category: 'file',
  id: ({ pledgeId }) => pledgeId,
  path: ({ pledgeId }) => `/pledges/${pledgeId}`,
  makes: null,
});
