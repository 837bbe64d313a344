/**
 * kafkajs hands over each partition's part of a fetch by itself. Taken together they make one effect, one place and one
 * commit: with a dozen partitions and small transactions that is most of what a member costs itself and the broker.
 */
import type { EachBatchPayload } from 'kafkajs';

/** Never two rounds at once. */
export type Round = (parts: readonly EachBatchPayload[]) => Promise<void>;

/**
 * The function for kafkajs, which has to call it for several partitions at once. Whatever arrives while a round is at work
 * makes the next one; every part settles as its round does.
 */
export const inRounds = (round: Round): ((part: EachBatchPayload) => Promise<void>) => {
  let gathering: { readonly parts: EachBatchPayload[]; readonly done: Promise<void> } | undefined;
  let atWork: Promise<unknown> = Promise.resolve();

  const take = async (parts: readonly EachBatchPayload[]): Promise<void> => {
    await atWork;
    // The parts of a fetch arrive within one turn.
    await new Promise((resolve) => setImmediate(resolve));
    gathering = undefined;
    await round(parts);
  };

  return (part) => {
    if (gathering === undefined) {
      const parts: EachBatchPayload[] = [];
      const done = take(parts);
      gathering = { parts, done };
      atWork = done.catch(() => undefined);
    }
    gathering.parts.push(part);
    return gathering.done;
  };
};
