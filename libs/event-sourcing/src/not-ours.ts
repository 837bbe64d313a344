/**
 * What stands in the streams of a log without being an event of ours: a link, a mark of the store, an event that others wrote. It
 * takes a revision, so a reader is shown that it is there and nothing of what it says.
 */
import type { RecordedEvent } from './event.ts';

/** The type that all of it is handed over under; no event of ours can have it, and nothing handles it. */
const NOT_OURS = '$not-ours';

export interface NotOurs {
  /** Its type in the store. */
  readonly type: string;
  /** True where it says that the store may hide events of the stream: a deletion, or a limit. It may stand in another stream. */
  readonly limits: boolean;
}

/** @param place `revision` is -1 for what is about the stream and stands elsewhere. */
export const notOurs = (
  place: Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position' | 'recordedAt'>,
  data: NotOurs,
): RecordedEvent<typeof NOT_OURS, NotOurs> => ({
  ...place,
  type: NOT_OURS,
  schemaVersion: 1,
  data,
  metadata: OF_NOBODY,
});

const OF_NOBODY: RecordedEvent['metadata'] = {
  actor: '',
  role: '',
  onBehalfOf: null,
  correlationId: '',
  causationId: null,
  commandId: '',
  bodyHash: '',
  occurredOn: null,
  ruleSet: null,
  visibility: 'INTERNAL',
};

/** What it was in the store; undefined for an event of ours. */
export const notOursIn = (event: RecordedEvent): NotOurs | undefined =>
  event.type === NOT_OURS ? (event.data as NotOurs) : undefined;

export const isOurs = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type !== NOT_OURS;
