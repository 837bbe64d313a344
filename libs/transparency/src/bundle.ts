/**
 * What is handed to an auditor: events with their openings and paths, the signed head, and a signed list of all of that, in one
 * archive that can be checked offline. It is made as it is read: of the events nothing is held but where they are in the log.
 */
import { createHash } from 'node:crypto';
import type { Opening } from './event-rule.ts';
import { hexHash } from './hash.ts';
import type { NoteSigner } from './note-key.ts';
import { signNote } from './note.ts';
import { zipWriter } from './zip.ts';

export const BUNDLE_FORMAT = 'pledgeline-bundle/v1';

/** Whom the events were chosen and cut for. */
export interface Audience {
  readonly role: string;
  readonly state: string | null;
}

export interface BundledStream {
  readonly stream: string;
  /** Of its last event in the bundle. */
  readonly revision: number;
  /** As many as the bundle has. */
  readonly events: number;
}

export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly origin: string;
  readonly treeSize: number;
  /** In base64. */
  readonly rootHash: string;
  /** By the clock of the server, RFC 3339. */
  readonly exportedAt: string;
  readonly audience: Audience;
  /** A signed claim: the audience reads all, and each stream is here from its beginning to its end in this tree. */
  readonly complete: boolean;
  readonly streams: readonly BundledStream[];
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface BundledEvent {
  readonly stream: string;
  readonly revision: number;
  readonly opening: Opening & { readonly leaf: number };
}

export interface BundleFile {
  /** ASCII, and none of those that a bundle has anyway. */
  readonly path: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

export interface BundleContent {
  /** Of the log, and named like it. */
  readonly origin: string;
  /** The signed note, byte for byte. */
  readonly checkpoint: string;
  readonly treeSize: number;
  readonly root: Uint8Array;
  readonly exportedAt: string;
  readonly audience: Audience;
  readonly audienceReadsAll: boolean;
  /** In the order of their leaves, some at a time. */
  readonly events: AsyncIterable<readonly BundledEvent[]>;
  /** The hashes from a leaf of one of them to the root, lowest first. */
  readonly pathOf: (leaf: number) => readonly Uint8Array[];
  /** Further files. Asked for once all events were read, and told of which streams they are. */
  readonly others: (streams: readonly BundledStream[]) => Iterable<BundleFile>;
  /** Of the key of the log, under the name of its bundles; during a change of keys both. */
  readonly signers: readonly NoteSigner[];
  /** Lets others have the thread for a moment; throws when nobody waits for the bundle any more. */
  readonly turn: () => Promise<void>;
}

/** A piece of the archive has that many bytes, or a little more. */
const PIECE_BYTES = 128 * 1024;
const PATHS_AT_ONCE = 50;

/** The archive piece by piece; the same bytes for the same content. */
export async function* bundlePieces(content: BundleContent): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { origin, checkpoint, treeSize, root, exportedAt, audience, signers } = content;
  const written: Uint8Array[] = [];
  let waiting = 0;
  const zip = zipWriter((bytes) => {
    written.push(bytes);
    waiting += bytes.length;
  });
  const taken = (): Uint8Array<ArrayBuffer> => {
    const piece = new Uint8Array(waiting);
    let at = 0;
    for (const bytes of written.splice(0)) {
      piece.set(bytes, at);
      at += bytes.length;
    }
    waiting = 0;
    return piece;
  };
  const files: Manifest['files'][number][] = [];

  async function* add({ path, text }: BundleFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const file = zip.file(path);
    const sum = createHash('sha256');
    let count = 0;
    for await (const part of text) {
      const bytes = Buffer.from(part);
      sum.update(bytes);
      count += bytes.length;
      file.write(bytes);
      if (waiting >= PIECE_BYTES) yield taken();
    }
    file.end();
    files.push({ path, bytes: count, sha256: sum.digest('hex') });
  }

  const counted = countedStreams();
  const leaves: number[] = [];
  yield* add({ path: 'checkpoint', text: [checkpoint] });
  yield* add({ path: 'events.jsonl', text: openings(content, counted, leaves) });
  yield* add({ path: 'proofs.jsonl', text: paths(content, leaves) });
  const streams = counted.streams();
  for (const file of content.others(streams)) yield* add(file);
  const manifest: Manifest = {
    ...{ format: BUNDLE_FORMAT, origin, treeSize, rootHash: base64(root), exportedAt, audience },
    complete: content.audienceReadsAll && streams.every(({ revision, events }) => events === revision + 1),
    streams,
    files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  yield* add({ path: 'manifest.json', text: [text] });
  yield* add({ path: 'manifest.note', text: [signNote(manifestNoteText(origin, text), signers)] });
  zip.end();
  yield taken();
}

async function* openings(
  { events }: BundleContent,
  counted: CountedStreams,
  leaves: number[],
): AsyncGenerator<string> {
  for await (const page of events) {
    let lines = '';
    for (const event of page) {
      counted.add(event);
      leaves.push(event.opening.leaf);
      lines += `${JSON.stringify(event.opening)}\n`;
    }
    yield lines;
  }
}

async function* paths({ pathOf, turn }: BundleContent, leaves: readonly number[]): AsyncGenerator<string> {
  for (let at = 0; at < leaves.length; at += PATHS_AT_ONCE) {
    let lines = '';
    for (const leaf of leaves.slice(at, at + PATHS_AT_ONCE))
      lines += `${JSON.stringify({ leaf, path: pathOf(leaf).map(base64) })}\n`;
    yield lines;
    await turn();
  }
}

interface CountedStreams {
  add(event: Pick<BundledEvent, 'stream' | 'revision'>): void;
  /** In the order in which they first came. */
  streams(): readonly BundledStream[];
}

export const countedStreams = (): CountedStreams => {
  const streams = new Map<string, BundledStream>();
  return {
    add: ({ stream, revision }) => {
      streams.set(stream, { stream, revision, events: (streams.get(stream)?.events ?? 0) + 1 });
    },
    streams: () => [...streams.values()],
  };
};

/** What is signed of a bundle. @param manifest the file, byte for byte. */
export const manifestNoteText = (origin: string, manifest: string | Uint8Array): string =>
  `${BUNDLE_FORMAT}\n${origin}\n${hexHash(manifest)}\n`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
