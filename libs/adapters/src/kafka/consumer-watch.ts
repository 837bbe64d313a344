/**
 * Notices a consumer that has stopped asking without a word: kafkajs can lose a fetch, or the loop around it, and neither
 * reports nor leaves its group (kafkajs 659). Between questions there is at most the time of one request, so a consumer that
 * shows no sign of life for many looks is stuck. It counts looks and not time: a process that stood still for an hour has
 * looked once.
 */
export interface ConsumerWatch {
  /** A question to a broker has begun. */
  asks(nodeId: number): void;
  /** It has ended, with or without messages. */
  asked(nodeId: number): void;
  /** Whatever was asked before does not count any more. */
  joined(): void;
  /** While a handler works the consumer may be silent. */
  works(): void;
  worked(): void;
  /** @returns whether the consumer is stuck. */
  look(): boolean;
}

/** How often to look. */
export const LOOK_EVERY_MS = 10_000;
/** A rebalance, in which nobody asks, is over after 60 s. */
const MOST_LOOKS = 9;

export const consumerWatch = (): ConsumerWatch => {
  /** Looks since each open question began. */
  const open = new Map<number, number>();
  let atWork = 0;
  let looks = 0;
  const alive = (): void => void (looks = 0);
  return {
    asks(nodeId) {
      alive();
      open.set(nodeId, 0);
    },
    asked(nodeId) {
      alive();
      open.delete(nodeId);
    },
    joined() {
      alive();
      open.clear();
    },
    works: () => void (atWork += 1),
    worked() {
      alive();
      atWork -= 1;
    },
    look() {
      for (const [nodeId, before] of open) open.set(nodeId, before + 1);
      looks = atWork === 0 ? looks + 1 : 0;
      return Math.max(looks, ...open.values()) > MOST_LOOKS;
    },
  };
};

/** It leaves its group and joins again, where the group's checkpoint is. */
export class ConsumerSilent extends Error {
  constructor(topic: string) {
    super(`the consumer of ${topic} has stopped asking for messages`);
    this.name = 'ConsumerSilent';
  }
}
