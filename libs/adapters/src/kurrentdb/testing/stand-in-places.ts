/** Where in a stream or in the log a read or a subscription of the stand-in begins. */
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { BYTES_OF_OTHERS } from './stand-in-log.ts';
import type { StoredEvent } from './stand-in-log.ts';

/** Where a read begins: at the event it names, or the next in its direction. */
export const startOf = (
  source: readonly StoredEvent[],
  options: ReadReq.Options,
  backwards: boolean,
): number => {
  const place = options.getAll() ?? options.getStream();
  if (place?.hasEnd() === true) return backwards ? source.length - 1 : source.length;
  if (place?.hasStart() !== false) return backwards ? -1 : 0;
  const first = firstFrom(source, options);
  const before = source[first - 1];
  if (!backwards && before !== undefined && isWithin(before, Number(positionOf(options)))) return first - 1;
  return backwards && source[first]?.position !== Number(positionOf(options)) ? first - 1 : first;
};

export const afterStart = (source: readonly StoredEvent[], options: ReadReq.Options): number => {
  const place = options.getAll() ?? options.getStream();
  if (place?.hasEnd() === true) return source.length;
  if (place?.hasStart() !== false) return 0;
  const first = firstFrom(source, options);
  if (!options.hasAll()) return first + 1;
  // Within events of others: those that are left of them.
  const before = source[first - 1];
  if (before !== undefined && isWithin(before, Number(positionOf(options)))) return first - 1;
  return source[first]?.position === Number(positionOf(options)) ? first + 1 : first;
};

/** One past the events of others that lie at or before the place. */
export const skippedIn = ({ position, others }: StoredEvent, options: ReadReq.Options): number => {
  const from = Number(positionOf(options) ?? 0);
  const passed = Math.floor((from - position) / BYTES_OF_OTHERS) + 1;
  return Math.max(0, Math.min(others?.count ?? 0, passed));
};

const isWithin = ({ position, others }: StoredEvent, place: number): boolean =>
  others !== undefined && place >= position && place < position + others.count * BYTES_OF_OTHERS;

export const isInsideARecord = (source: readonly StoredEvent[], options: ReadReq.Options): boolean => {
  const position = options.hasAll() ? positionOf(options) : undefined;
  if (position === undefined) return false;
  const first = firstFrom(source, options);
  const [before, there] = [source[first - 1], source[first]];
  if (there === undefined && (before === undefined || !isWithin(before, Number(position)))) return false;
  return (
    there?.position !== Number(position) && !(before !== undefined && isWithin(before, Number(position)))
  );
};

export const beginningOf = (options: ReadReq.Options): string => {
  if (options.getAll()?.hasStart() === true) return 'start';
  return options.getAll()?.hasEnd() === true ? 'end' : (positionOf(options) ?? '');
};

const positionOf = (options: ReadReq.Options): string | undefined =>
  options.getAll()?.getPosition()?.getCommitPosition();

/** The first event at or after the named place. */
const firstFrom = (source: readonly StoredEvent[], options: ReadReq.Options): number => {
  const position = positionOf(options);
  if (position === undefined) return Number(options.getStream()?.getRevision() ?? 0);
  let [low, high] = [0, source.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (source[middle]!.position < Number(position)) low = middle + 1;
    else high = middle;
  }
  return low;
};
