/**
 * How much one append may hold. The limit is the same in every store, below what the smallest of them takes (1 MiB), so that a
 * command is taken or refused alike wherever it runs.
 */
import type { EventToAppend } from './event.ts';
import { AppendTooLarge } from './rejected.ts';

/** Most bytes of data and metadata in one append. */
export const MAX_APPEND_BYTES = 1_000_000;

/** The metadata of an event where it is kept apart from its data: with the two ids that tools of event stores look for. */
export const storedMetadata = ({ schemaVersion, metadata }: EventToAppend): object => {
  const { correlationId, causationId } = metadata;
  return {
    ...metadata,
    schemaVersion,
    $correlationId: correlationId,
    ...(causationId !== null && { $causationId: causationId }),
  };
};

/** Bytes of data and stored metadata, both as JSON in UTF-8. */
export const appendSize = (events: readonly EventToAppend[]): number =>
  events.reduce((size, event) => size + bytesOf(event.data) + bytesOf(storedMetadata(event)), 0);

/** @throws {AppendTooLarge} for more than `MAX_APPEND_BYTES`. */
export const mustFitAppend = (events: readonly EventToAppend[]): void => mustNotExceed(appendSize(events));

/** @throws {AppendTooLarge} for more than `MAX_APPEND_BYTES`. */
export const mustNotExceed = (size: number): void => {
  if (size > MAX_APPEND_BYTES) throw new AppendTooLarge(size, MAX_APPEND_BYTES);
};

const bytesOf = (content: unknown): number => Buffer.byteLength(JSON.stringify(content));
