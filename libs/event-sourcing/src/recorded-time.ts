/** When an event was recorded, for folds: an append does not tell it. */
import type { AppendedEvent } from './event.ts';

/** Thrown by a fold that looks at the time of an event which was just appended: it has to be read first. */
export class NotReadYet extends Error {
  constructor({ type, stream, revision }: AppendedEvent) {
    super(`when ${type} ${stream}@${revision} was recorded is known once it has been read`);
    this.name = 'NotReadYet';
  }
}

/** The store's clock at append, RFC 3339. @throws {NotReadYet}, which the engine of commands answers by a read. */
export const recordedTimeOf = (event: AppendedEvent): string => {
  if (event.recordedAt === undefined) throw new NotReadYet(event);
  return event.recordedAt;
};
