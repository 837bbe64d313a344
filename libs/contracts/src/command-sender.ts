/** How the command of a request goes to its stream, and what its caller is answered: alike for every kind of stream. */
import type { Command, Handled } from '@pledgeline/event-sourcing';
import { answerFor, type CommandAnswer, type CommandContext } from './command-context.ts';
import type { StreamCategory } from './events/event-contract.ts';
import { streamName } from './stream-name.ts';

interface Destination<CommandType extends Command> {
  readonly category: StreamCategory;
  /** Of the stream, without its category. */
  readonly id: (data: CommandType['data']) => string;
  /** Where what the command changes or makes can be read. */
  readonly path: (data: CommandType['data']) => string;
  /** The command that makes it: its caller is answered that it was created. Null where it is there from the beginning. */
  readonly makes: CommandType['type'] | null;
}

type Handle<CommandType extends Command> = (
  stream: string,
  command: CommandType,
  expectedRevision?: number,
) => Promise<Handled>;

/** @returns what sends; it throws what the handler throws. */
export const senderTo =
  <CommandType extends Command>({ category, id, path, makes }: Destination<CommandType>) =>
  async (
    handle: Handle<CommandType>,
    { expectedRevision }: CommandContext,
    command: CommandType,
  ): Promise<CommandAnswer> => {
    const handled = await handle(streamName(category, id(command.data)), command, expectedRevision);
    return answerFor(handled, path(command.data), command.type === makes);
  };
