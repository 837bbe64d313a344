/** What became of pledges, by our own decider: their events as they were proved, in the newest shape, corrected, folded. */
import { catalogue, dataErrors, isKnown } from '@pledgeline/contracts';
import type { EventMetadata, RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { ProvedEvent } from '@pledgeline/transparency';

export interface Replayed {
  /** The status of the pledge after each event, by leaf; null where nothing was announced yet. */
  readonly statuses: ReadonlyMap<number, string | null>;
  /** Pledges that were shown in part only. */
  readonly inPart: readonly string[];
  readonly whole: readonly { readonly stream: string; readonly status: string | null }[];
}

const PLEDGE = 'pledge-';

export const replayed = (events: readonly ProvedEvent[]): Replayed => {
  const streams = new Map<string, ProvedEvent[]>();
  for (const event of events)
    if (event.stream.startsWith(PLEDGE))
      streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const statuses = new Map<number, string | null>();
  const inPart: string[] = [];
  const whole: { stream: string; status: string | null }[] = [];
  for (const [stream, proved] of streams) {
    if (!proved.every(({ revision, keptBack }, n) => revision === n && keptBack === 0)) {
      inPart.push(stream);
      continue;
    }
    const after = statusesOf(proved.map(recorded));
    after.forEach((status, n) => statuses.set(proved[n]?.leaf ?? -1, status));
    whole.push({ stream, status: after.at(-1) ?? null });
  }
  return { statuses, inPart, whole };
};

/** Where the data of a proved event is not what its type says; empty where it is, and where a part of it was kept back. */
export const faultsOfData = (event: ProvedEvent): readonly string[] => {
  const { type, schemaVersion, keptBack } = event;
  if (keptBack > 0 || !isKnown(type, schemaVersion)) return [];
  return dataErrors(type, catalogue.upcast(recorded(event)).data);
};

const statusesOf = (events: readonly RecordedEvent[]): readonly (string | null)[] => {
  let state = pledge.initialState();
  return events.map((event, n) => {
    // What a correction changes lies before it: all is folded anew.
    state = catalogue.corrects(event)
      ? fold(catalogue.corrected(events.slice(0, n + 1)))
      : pledge.evolve(state, catalogue.upcast(event));
    return state.status;
  });
};

const fold = (events: readonly RecordedEvent[]) =>
  events
    .filter((event) => catalogue.struck(event) === undefined)
    .reduce((state, event) => pledge.evolve(state, event), pledge.initialState());

const recorded = (event: ProvedEvent): RecordedEvent => {
  const { id, stream, revision, type, schemaVersion, recordedAt, data, metadata, leaf } = event;
  return {
    ...{ id, stream, revision, type, schemaVersion, recordedAt, data },
    metadata: metadata as unknown as EventMetadata,
    position: String(leaf),
  };
};
