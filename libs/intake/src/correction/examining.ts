/**
 * Sends a command together with what was found over the whole stream. The findings hold for one revision, and the command names
 * it; when the stream has grown meanwhile, they are made once more.
 */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { ChangedSince, correctedHistory } from '@pledgeline/event-sourcing';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import type { Pledge, PledgeCommand, PledgeCommands } from '@pledgeline/pledge';

/** @throws {ChangedSince} when the caller named a revision that is not the last one. */
export type Examining = <Found>(
  context: CommandContext,
  pledgeId: string,
  /** Is given the stream as it reads now, and the pledge that it leaves. */
  examine: (history: readonly RecordedEvent[], pledge: Pledge) => Found,
  command: (found: Found) => PledgeCommand,
) => Promise<CommandAnswer>;

export const EXAMINING = Symbol('Examining');

const ATTEMPTS = 20;

export const examining = (store: EventStore, pledges: PledgeCommands): Examining => {
  const historyOf = correctedHistory(store, catalogue);

  return async ({ expectedRevision }, pledgeId, examine, command) => {
    const stream = streamName('pledge', pledgeId);
    for (let tried = 1; ; tried += 1) {
      const history = await historyOf(stream, Infinity);
      const found = examine(history, (await pledges.load(stream)).state);
      try {
        const handled = await pledges(
          stream,
          command(found),
          expectedRevision ?? history.at(-1)?.revision ?? -1,
        );
        return answerFor(handled, `/pledges/${pledgeId}`);
      } catch (error) {
        const isOvertaken = error instanceof ChangedSince && expectedRevision === undefined;
        if (!isOvertaken || tried === ATTEMPTS) throw error;
      }
    }
  };
};
