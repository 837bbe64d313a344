/**
 * The log of the protocol stand-in: streams, positions with gaps, and the check of revisions and event ids as the real
 * server makes it. Everything is in memory and, as lines of JSON, in a file from which a restarted stand-in has it again.
 */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  /** Base64, as is the metadata. */
  readonly data: string;
  readonly metadata: string;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** A scavenge took it away; nothing reads it any more. */
  removed?: true;
  /** It stands for many events of others, which exist as a number only. */
  readonly others?: Others;
}

/** Events of others in streams of others. A reader gets past them at this pace. */
export interface Others {
  readonly count: number;
  readonly perSecond: number;
}

/** What an event of others takes of the log. */
export const BYTES_OF_OTHERS = 100;

/** As on the wire: a revision, or one of the states without a number. */
export type Expected = number | 'no-stream' | 'any' | 'stream-exists';

export type Outcome =
  | { readonly kind: 'written' | 'repeated'; readonly last: StoredEvent }
  | { readonly kind: 'wrong-version'; readonly current: number | null }
  | { readonly kind: 'deleted' };

export interface StoredStream {
  readonly events: StoredEvent[];
  /** Revisions below are not shown: the stream was deleted when it was that long, or truncated there. */
  visibleFrom: number;
  /** So many of the newest are shown. */
  maxCount: number;
  tombstoned: boolean;
}

export interface StandInLog {
  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Outcome;
  stream(name: string): StoredStream | undefined;
  /** Every event in the order of positions. */
  readonly all: readonly StoredEvent[];
  /** Millions of them cost nothing but the time of those who read past them. */
  addOthers(others: Others): void;
  delete(stream: string): StoredEvent;
  tombstone(stream: string): StoredEvent;
  /** Removes what no read of a stream shows. */
  scavenge(): void;
  /** Writes what has gathered to the file; an acknowledgement comes after it. */
  flush(): void;
  close(): void;
}

type Line =
  StoredEvent | { readonly deleted: string } | { readonly tombstoned: string } | { readonly scavenged: true };

const noContent = { contentType: 'application/json', data: '', metadata: '' };

export const standInLog = (file: string, fixedTime: number | undefined): StandInLog => {
  const streams = new Map<string, StoredStream>();
  const all: StoredEvent[] = [];
  let position = 0;
  let gathered: string[] = [];

  const streamOf = (name: string): StoredStream => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const made: StoredStream = { events: [], visibleFrom: 0, maxCount: Infinity, tombstoned: false };
    streams.set(name, made);
    return made;
  };

  const apply = (line: Line): void => {
    if ('deleted' in line) {
      const stream = streamOf(line.deleted);
      stream.visibleFrom = stream.events.length;
    } else if ('tombstoned' in line) {
      streamOf(line.tombstoned).tombstoned = true;
    } else if ('scavenged' in line) {
      for (const stream of streams.values()) removeHidden(stream);
    } else {
      if (line.revision < TOMBSTONE_REVISION && line.others === undefined)
        streamOf(line.stream).events.push(line);
      if (line.stream.startsWith('$$') && line.type === '$metadata')
        limit(streamOf(line.stream.slice(2)), line);
      all.push(line);
      position = line.position + gapAfter(line);
    }
  };
  for (const line of linesOf(file)) apply(JSON.parse(line) as Line);
  const output = openSync(file, 'a');

  const write = (line: Line): void => {
    apply(line);
    gathered.push(`${JSON.stringify(line)}\n`);
  };

  const add = (stream: string, event: ProposedEvent, revision: number): StoredEvent => {
    const stored = { ...event, stream, revision, position, created: fixedTime ?? Date.now() };
    write(stored);
    return stored;
  };

  const addAll = (stream: string, events: readonly ProposedEvent[]): StoredEvent => {
    const stored = events.map((event) => add(stream, event, streamOf(stream).events.length));
    return stored[stored.length - 1]!;
  };

  /** A new append, or the last event of the same append done before: ids are looked for at the very places asked for. */
  const look = (stream: string, expected: Expected, ids: readonly string[]): Outcome | 'new' => {
    const known = streams.get(stream);
    const length = known?.events.length ?? 0;
    const exists = length > (known?.visibleFrom ?? 0);
    if (known?.tombstoned === true) return { kind: 'deleted' };
    if (expected === 'any' || (expected === 'stream-exists' && exists)) return 'new';
    if (expected === length - 1 || (expected === 'no-stream' && !exists)) return 'new';
    const first = expected === 'no-stream' ? 0 : Number(expected) + 1;
    const found = known?.events.slice(first, first + ids.length) ?? [];
    const last = found.at(-1);
    if (last !== undefined && found.length === ids.length && found.every(({ id }, n) => id === ids[n]))
      return { kind: 'repeated', last };
    return { kind: 'wrong-version', current: exists ? length - 1 : null };
  };

  return {
    append(stream, expected, events) {
      const ids = events.map(({ id }) => id);
      const looked = look(stream, expected, ids);
      return looked === 'new' ? { kind: 'written', last: addAll(stream, events) } : looked;
    },
    stream: (name) => streams.get(name),
    all,
    addOthers(others) {
      const id = '00000000-0000-4000-8000-000000000002';
      const stored = { id, type: 'Others', ...noContent, stream: OTHERS, revision: 0, position };
      write({ ...stored, created: fixedTime ?? Date.now(), others });
    },
    delete(stream) {
      write({ deleted: stream });
      const id = '00000000-0000-4000-8000-000000000000';
      const data = Buffer.from('{"$tb":9223372036854775807}').toString('base64');
      return addAll(`$$${stream}`, [{ id, type: '$metadata', ...noContent, data }]);
    },
    tombstone(stream) {
      write({ tombstoned: stream });
      const id = '00000000-0000-4000-8000-000000000001';
      return add(stream, { id, type: '$streamDeleted', ...noContent }, TOMBSTONE_REVISION);
    },
    scavenge: () => write({ scavenged: true }),
    flush() {
      if (gathered.length > 0) writeSync(output, gathered.join(''));
      gathered = [];
    },
    close: () => closeSync(output),
  };
};

/** What `$$<stream>` sets for the stream: `$tb` of a deletion is beyond every revision, and new ones are shown all the same. */
const limit = (stream: StoredStream, { data }: StoredEvent): void => {
  const { $tb = 0, $maxCount = Infinity } = JSON.parse(Buffer.from(data, 'base64').toString() || '{}') as {
    readonly $tb?: number;
    readonly $maxCount?: number;
  };
  stream.visibleFrom = Math.min($tb, stream.events.length);
  stream.maxCount = $maxCount;
};

/** The first revision that a read shows. */
export const firstShown = ({ events, visibleFrom, maxCount }: StoredStream): number =>
  Math.max(visibleFrom, events.length - maxCount);

const removeHidden = (stream: StoredStream): void => {
  const end = stream.tombstoned ? stream.events.length : firstShown(stream);
  for (const event of stream.events.slice(0, end)) event.removed = true;
};

/** The event of a tombstone stands in the log of everything, not in the stream. */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;

const OTHERS = 'others';

/** A position is a place in bytes: one event takes as many as it has, and some more. */
const gapAfter = ({ data, metadata, others }: StoredEvent): number =>
  others === undefined ? 137 + data.length + metadata.length : others.count * BYTES_OF_OTHERS;

/** A last line that was cut off when the process was killed had not been acknowledged. */
const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
