/** The need that a promise answers must have been published. It may be closed by now: another may have answered it. */
import { streamName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';

/** @throws {Rejected} UNKNOWN_NEED */
export const mustBeNeed = async (need: string | null | undefined, store: EventStore): Promise<void> => {
  if (need === null || need === undefined) return;
  const [published] = await store.read(streamName('need', need), { limit: 1 });
  if (published !== undefined) return;
  throw new Rejected('invalid', 'UNKNOWN_NEED', `There is no need ${need}.`, { field: 'need' });
};
