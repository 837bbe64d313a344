/** Commands that a stream has carried out: one that comes again is answered as the first time. */
import type { Command } from './command.ts';
import type { AppendedEvent, RecordedEvent } from './event.ts';
import { Rejected } from './rejected.ts';

export interface Handled {
  readonly stream: string;
  /** Of the stream after the command; -1 when nothing was ever written. */
  readonly revision: number;
  /** What this call appended: nothing when it was already so, or a repeat. */
  readonly events: readonly AppendedEvent[];
  /** True when this command id had been handled before: the revision is the first answer's. */
  readonly repeated: boolean;
  /** Of a dry run alone, in which `events` are those that would be appended: as many of them as the sender may read. */
  readonly foreseen?: readonly RecordedEvent[];
}

/** As much of a command as identifies a repeat of it. */
export interface HandledCommand {
  readonly bodyHash: string;
  readonly revision: number;
}

/** @param commands of one stream, by their ids. */
export const remember = (commands: Map<string, HandledCommand>, event: AppendedEvent): void => {
  const { commandId, bodyHash } = event.metadata;
  commands.set(commandId, { bodyHash, revision: event.revision });
};

/** @throws {Rejected} COMMAND_ID_REUSED when it is another command under the same id. */
export const repeat = (stream: string, command: Command, earlier: HandledCommand): Handled => {
  if (earlier.bodyHash !== command.meta.bodyHash) throw commandIdReused();
  return { stream, revision: earlier.revision, events: [], repeated: true };
};

/** The id of a command is chosen by whoever sends it with a key, which goes in the header of this name. */
export const commandIdReused = (): Rejected =>
  new Rejected('invalid', 'COMMAND_ID_REUSED', 'This key was already used with another body.', {
    field: 'idempotency-key',
  });
