/**
 * Sends an objection together with what was found over the whole stream. The state may not read all of the stream and so names no
 * revision of it; where the act was decided meanwhile the decision says so, and it is looked at once more.
 */
import { catalogue, commandFor, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { correctedHistory, Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { ACT_MOVED, examineAct, sendToPledge } from '@pledgeline/pledge';
import type { CommandOf, PledgeCommands } from '@pledgeline/pledge';

type Said = Omit<CommandOf<'ObjectToAct'>['data'], keyof ReturnType<typeof examineAct>>;

export type Objecting = (context: CommandContext, said: Said) => Promise<CommandAnswer>;

export const OBJECTING = Symbol('Objecting');

const ATTEMPTS = 20;

export const objecting = (store: EventStore, pledges: PledgeCommands): Objecting => {
  const historyOf = correctedHistory(store, catalogue);

  return async (context, said) => {
    const stream = streamName('pledge', said.pledgeId);
    for (let tried = 1; ; tried += 1) {
      // The history is read second, so that it has all that the state was folded of.
      const { state } = await pledges.load(stream);
      const found = examineAct(await historyOf(stream, Infinity), state, said, context.now);
      try {
        const command = commandFor(context, 'ObjectToAct', { ...said, ...found });
        return await sendToPledge(pledges, context, command);
      } catch (error) {
        const hasMoved = error instanceof Rejected && error.code === ACT_MOVED;
        if (!hasMoved || tried === ATTEMPTS) throw error;
      }
    }
  };
};
