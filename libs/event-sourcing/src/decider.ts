/** A business decision as three pure functions. No clock, no ids, no store: they arrive in the command. */
import type { Command } from './command.ts';
import type { AppendedEvent, NewEvent } from './event.ts';

export interface Decider<
  State,
  CommandType extends Command = Command,
  EventType extends NewEvent = NewEvent,
> {
  /**
   * The events that follow, or none when it is already so.
   * @throws {Rejected} when the caller is mistaken.
   */
  readonly decide: (command: CommandType, state: State) => readonly EventType[];
  /**
   * Total: returns the state unchanged for an event it does not know, and never throws but by `recordedTimeOf`. It folds what was
   * read, and what was just appended, so the types keep it from position and time of an event.
   */
  readonly evolve: (state: State, event: AppendedEvent) => State;
  readonly initialState: () => State;
}
