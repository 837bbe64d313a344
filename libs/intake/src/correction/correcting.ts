/**
 * Sends a command about a correction together with the findings over the whole stream. The findings hold for one revision, and
 * the command names it; when the stream has grown meanwhile, they are made once more.
 */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { ChangedSince, correctedHistory } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { examine } from '@pledgeline/pledge';
import type { Change, Examined, PledgeCommand, PledgeCommands } from '@pledgeline/pledge';

/** The changes themselves, or the proposal that says them. */
export type Asked =
  { readonly corrects: string; readonly changes: readonly Change[] } | { readonly correctionId: string };

/** @throws {ChangedSince} when the caller named a revision that is not the last one. */
export type Correcting = (
  context: CommandContext,
  pledgeId: string,
  asked: Asked,
  command: (examined: Examined) => PledgeCommand,
) => Promise<CommandAnswer>;

export const CORRECTING = Symbol('Correcting');

const ATTEMPTS = 20;

export const correcting = (store: EventStore, pledges: PledgeCommands): Correcting => {
  const historyOf = correctedHistory(store, catalogue);

  return async ({ expectedRevision, now }, pledgeId, asked, command) => {
    const stream = streamName('pledge', pledgeId);
    for (let tried = 1; ; tried += 1) {
      const history = await historyOf(stream, Infinity);
      const said = 'changes' in asked ? asked : await proposal(pledges, stream, asked.correctionId);
      const examined = examine(history, said.corrects, said.changes, now);
      try {
        const handled = await pledges(stream, command(examined), expectedRevision ?? history.length - 1);
        return answerFor(handled, `/pledges/${pledgeId}`);
      } catch (error) {
        const isOvertaken = error instanceof ChangedSince && expectedRevision === undefined;
        if (!isOvertaken || tried === ATTEMPTS) throw error;
      }
    }
  };
};

/** Nothing for one that nobody made: the decision refuses it by name. */
const proposal = async (pledges: PledgeCommands, stream: string, id: string) => {
  const { state } = await pledges.load(stream);
  return state.corrections.find(({ correctionId }) => correctionId === id) ?? { corrects: '', changes: [] };
};
