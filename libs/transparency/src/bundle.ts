/**
 * What is handed to an auditor: events with their openings and paths, the signed head, and a signed list of all of that, in one
 * archive that can be checked offline.
 */
import type { Opening } from './event-rule.ts';
import { hexHash } from './hash.ts';
import type { NoteSigner } from './note-key.ts';
import { signNote } from './note.ts';
import { zipOf } from './zip.ts';

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
  readonly path: readonly Uint8Array[];
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
  /** In the order of their leaves. */
  readonly events: readonly BundledEvent[];
  /** Further texts by their paths: ASCII, and none of those that a bundle has anyway. */
  readonly others: ReadonlyMap<string, string>;
  /** Of the key of the log, under the name of its bundles; during a change of keys both. */
  readonly signers: readonly NoteSigner[];
}

/** The same bytes for the same content. */
export const bundleOf = (content: BundleContent): Uint8Array => {
  const { origin, checkpoint, treeSize, root, exportedAt, audience, events, signers } = content;
  const texts = new Map([
    ['checkpoint', checkpoint],
    ['events.jsonl', lines(events.map(({ opening }) => opening))],
    [
      'proofs.jsonl',
      lines(events.map(({ opening, path }) => ({ leaf: opening.leaf, path: path.map(base64) }))),
    ],
    ...content.others,
  ]);
  const files = new Map([...texts].map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text)]));
  const streams = streamsOf(events);
  const manifest: Manifest = {
    ...{ format: BUNDLE_FORMAT, origin, treeSize, rootHash: base64(root), exportedAt, audience },
    complete:
      content.audienceReadsAll && streams.every(({ revision, events: count }) => count === revision + 1),
    streams,
    files: [...files]
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hexHash(bytes) }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const note = signNote(manifestNoteText(origin, text), signers);
  return zipOf(
    new Map([['manifest.json', Buffer.from(text)], ['manifest.note', Buffer.from(note)], ...files]),
  );
};

/** In the order in which they first come. */
export const streamsOf = (
  events: readonly Pick<BundledEvent, 'stream' | 'revision'>[],
): readonly BundledStream[] => {
  const streams = new Map<string, BundledStream>();
  for (const { stream, revision } of events)
    streams.set(stream, { stream, revision, events: (streams.get(stream)?.events ?? 0) + 1 });
  return [...streams.values()];
};

/** What is signed of a bundle. @param manifest the file, byte for byte. */
export const manifestNoteText = (origin: string, manifest: string | Uint8Array): string =>
  `${BUNDLE_FORMAT}\n${origin}\n${hexHash(manifest)}\n`;

const lines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
