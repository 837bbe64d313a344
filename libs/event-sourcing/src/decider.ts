/** A business decision as three pure functions. No clock, no ids, no store: they arrive in the command. */
import type { Command } from './command.ts';
import type { NewEvent, RecordedEvent } from './event.ts';

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
  /** Total: never throws, and returns the state unchanged for an event it does not know. */
  readonly evolve: (state: State, event: RecordedEvent) => State;
  readonly initialState: () => State;
}
