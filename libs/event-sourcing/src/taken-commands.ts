/**
 * Which command each id stands for, where the stream follows from what the command says: another body under the same id then
 * goes to another stream, which has never heard of it. Limits: of this process, and the newest ten thousand; what it does
 * not know any more, or another process took, a read model has to show.
 */
import { LRUCache } from 'lru-cache';
import { commandIdReused } from './handled-commands.ts';

/** As much of a command as identifies a repeat of it. */
export interface TakenCommand {
  readonly commandId: string;
  readonly bodyHash: string;
}

export interface TakenCommands {
  /**
   * Does the work under this id. A refusal is not remembered: put right, the id is taken.
   * @throws {Rejected} COMMAND_ID_REUSED while another body has the id.
   */
  take<Result>(command: TakenCommand, work: () => Promise<Result>): Promise<Result>;
  /** For a dry run, which takes no id. @throws {Rejected} COMMAND_ID_REUSED as `take` would. */
  mustBeFreeFor(command: TakenCommand): void;
}

const KEPT = 10_000;

export const takenCommands = (): TakenCommands => {
  const bodies = new LRUCache<string, string>({ max: KEPT });
  const mustBeFreeFor = ({ commandId, bodyHash }: TakenCommand): void => {
    const before = bodies.get(commandId);
    if (before !== undefined && before !== bodyHash) throw commandIdReused();
  };
  return {
    mustBeFreeFor,
    take: async (command, work) => {
      mustBeFreeFor(command);
      const { commandId, bodyHash } = command;
      const before = bodies.get(commandId);
      bodies.set(commandId, bodyHash);
      try {
        return await work();
      } catch (error) {
        if (before === undefined) bodies.delete(commandId);
        throw error;
      }
    },
  };
};
