/** Whether what a file has kept fits the log: its places, and the streams that its rows know. */
import type { KeptInFile } from '@pledgeline/adapters/sqlite';
import { AnotherLog, mustBeIn, mustReach, placeInText } from '@pledgeline/event-sourcing';
import type { EventStore, KeptPlace, KnownEvent } from '@pledgeline/event-sourcing';
import type { Finding } from './finding.ts';

/** @throws {StoreUnavailable} while the log cannot be asked. */
export const comparePlaces = async (
  log: Pick<EventStore, 'at' | 'last' | 'read'>,
  file: string,
  { places, applied }: KeptInFile,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [consumer, text] of places) {
    for (const place of placesIn(consumer, text)) {
      const why = await misfitOf(log, place);
      findings.push({ what: `${file}: ${consumer}`, fits: why === null, says: why ?? place.position });
    }
  }
  if (applied.size > 0) {
    const misfits: string[] = [];
    for (const [stream, revision] of applied) {
      const why = await misfit(() => mustReach(log, stream, revision));
      if (why !== null) misfits.push(why);
    }
    const [first = `${applied.size} streams, all of them as far in the log`] = misfits;
    findings.push({ what: `${file}: rows`, fits: misfits.length === 0, says: first });
  }
  return findings;
};

/** What is fed from Kafka keeps offsets for a place, and beside them the events by which the log is known again. */
const placesIn = (consumer: string, text: string): readonly KeptPlace[] => {
  if (consumer.endsWith(' known-events'))
    return Object.values(JSON.parse(text) as Record<string, KnownEvent>).map((event) => ({
      position: event.position,
      event,
    }));
  const isOffsets = !text.startsWith('{') && text.includes(' ');
  return isOffsets ? [] : [placeInText(text)];
};

/** Why a place is not of the log; null where it is. */
export const misfitOf = (log: Pick<EventStore, 'at' | 'last'>, place: KeptPlace): Promise<string | null> =>
  misfit(() => mustBeIn(log, place));

/** Null where it fits. */
const misfit = async (compared: () => Promise<unknown>): Promise<string | null> => {
  try {
    await compared();
    return null;
  } catch (error) {
    if (error instanceof AnotherLog) return error.message;
    throw error;
  }
};
