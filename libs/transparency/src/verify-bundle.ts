/** Checks a bundle with nothing but itself and the key that its reader was given. The first difference is named, by event where it is one. */
import type { Manifest } from './bundle.ts';
import { BUNDLE_FORMAT, countedStreams, manifestNoteText } from './bundle.ts';
import { parseCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';
import { hashOfBase64 } from './hash-texts.ts';
import { hexHash } from './hash.ts';
import { isMembers } from './event-rule.ts';
import { leafHash } from './merkle.ts';
import { keysFrom } from './keys-from.ts';
import { bundleVerifierOf } from './note-key.ts';
import type { NoteVerifier } from './note-key.ts';
import { signaturesIn } from './note-text.ts';
import { openNote } from './note.ts';
import { verifyInclusion } from './proofs.ts';
import { readOpening } from './read-opening.ts';
import type { OpenedEvent } from './read-opening.ts';
import { Refused } from './refused.ts';
import { filesIn, zipOf } from './zip.ts';
import type { Files } from './zip.ts';

/** Something is not what was signed. The message is a sentence that names it. */
export class Differs extends Error {
  override readonly name = 'Differs';
}

export interface ProvedEvent extends OpenedEvent {
  readonly leaf: number;
}

export interface VerifiedBundle {
  readonly manifest: Manifest;
  readonly checkpoint: OpenedCheckpoint;
  /** In the order of their leaves, each proved to be in the tree of the checkpoint. */
  readonly events: readonly ProvedEvent[];
  readonly files: Files;
  /** Those that the given key leads to, itself first; null where none was given. */
  readonly keys: readonly NoteVerifier[] | null;
}

/**
 * @param key of the log; null: whoever signed it is not known to be the log, and `signedBy` is empty.
 * @param witnesses whose cosignatures are looked at.
 * @throws {Differs}
 */
export const verifyBundle = (
  archive: Uint8Array,
  key: NoteVerifier | null,
  witnesses: readonly NoteVerifier[] = [],
): VerifiedBundle => {
  const files = differing('The archive', () => filesIn(archive));
  const keys = key && differing('keys', () => keysFrom(key, files.has('keys') ? textOf(files, 'keys') : ''));
  const checkpoint = differing('checkpoint', () => headIn(textOf(files, 'checkpoint'), keys, witnesses));
  const events = eventsIn(files, checkpoint);
  const manifest = differing('manifest.json', () => manifestIn(textOf(files, 'manifest.json')));
  if (keys !== null) differing('manifest.note', () => mustBeSigned(files, keys));
  mustBeListed(files, manifest);
  mustFit(manifest, checkpoint, events);
  if (Buffer.compare(zipOf(files), archive) !== 0)
    throw new Differs(
      'The archive has bytes that do not come from its files: it is not the one that was made.',
    );
  return { manifest, checkpoint, events, files, keys };
};

/** Who says to have signed a note: names and ids of keys, proved by nothing. */
export const signersNamed = (note: string): readonly string[] =>
  signaturesIn(note.slice(note.lastIndexOf('\n\n') + 2)).map(({ name, keyId }) => `${name}+${keyId}`);

/** What a check names. */
export const nameOf = ({ stream, revision }: Pick<OpenedEvent, 'stream' | 'revision'>): string =>
  `${stream}@${revision}`;

const differing = <Result>(what: string, check: () => Result): Result => {
  try {
    return check();
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError)
      throw new Differs(`${what} is not as it was signed: ${error.message}`, { cause: error });
    throw error;
  }
};

const bytesIn = (files: Files, path: string): Uint8Array => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Differs(`The archive has no ${path}.`);
  return bytes;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const textOf = (files: Files, path: string): string => {
  const bytes = bytesIn(files, path);
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Refused('It is not UTF-8.', { cause });
  }
};

const headIn = (
  note: string,
  keys: readonly NoteVerifier[] | null,
  witnesses: readonly NoteVerifier[],
): OpenedCheckpoint => {
  if (keys !== null) return openCheckpoint(note, keys, witnesses);
  signersNamed(note);
  return { ...parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1)), signedBy: [] };
};

const linesOf = (files: Files, path: string): readonly string[] => {
  // Bytes that are no UTF-8 stand in one line: that line is named.
  const text = Buffer.from(bytesIn(files, path)).toString();
  if (text !== '' && !text.endsWith('\n')) throw new Differs(`${path} is cut: its last line has no end.`);
  return text.split('\n').slice(0, -1);
};

const eventsIn = (files: Files, head: Checkpoint): readonly ProvedEvent[] => {
  const openings = linesOf(files, 'events.jsonl');
  const proofs = linesOf(files, 'proofs.jsonl');
  const events: ProvedEvent[] = [];
  for (let n = 0; n < Math.max(openings.length, proofs.length); n += 1)
    events.push(provedIn(openings[n], proofs[n], n + 1, head));
  mustBeInOrder(events);
  return events;
};

const provedIn = (
  opening: string | undefined,
  proof: string | undefined,
  line: number,
  { size, root }: Checkpoint,
): ProvedEvent => {
  if (opening === undefined) throw new Differs(`events.jsonl has no line ${line}, and proofs.jsonl has one.`);
  const where = `events.jsonl, line ${line}`;
  const claimed = proof === undefined ? undefined : leafIn(proof);
  const atLeaf = claimed === undefined ? '' : ` (leaf ${claimed})`;
  const event = differing(`${where}${atLeaf}: the event`, () => readOpening(JSON.parse(opening)));
  const named = `${where}: the event ${nameOf(event)} (leaf ${event.leaf ?? 'unknown'})`;
  const { leaf } = event;
  if (leaf === undefined) throw new Differs(`${named} names no leaf.`);
  const path = proof === undefined ? undefined : pathIn(proof);
  if (path === undefined) throw new Differs(`${named} has no path in proofs.jsonl, line ${line}.`);
  if (claimed !== leaf) throw new Differs(`${named} stands beside a path of leaf ${claimed}.`);
  if (!verifyInclusion({ leaf: leafHash(event.entry), index: leaf, size, root, path }))
    throw new Differs(
      `${named} is not what was signed: what it says, or its path in proofs.jsonl, was changed.`,
    );
  return { ...event, leaf };
};

const pathIn = (line: string): Uint8Array[] | undefined => {
  const { path } = proofIn(line);
  if (!Array.isArray(path)) return undefined;
  const hashes = path.map((hash) => (typeof hash === 'string' ? hashOfBase64(hash) : undefined));
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
};

const leafIn = (line: string): number | undefined => {
  const { leaf } = proofIn(line);
  return Number.isSafeInteger(leaf) ? (leaf as number) : undefined;
};

const proofIn = (line: string): Readonly<Record<string, unknown>> => {
  try {
    const proof: unknown = JSON.parse(line);
    return isMembers(proof) ? proof : {};
  } catch {
    return {};
  }
};

const mustBeInOrder = (events: readonly ProvedEvent[]): void => {
  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  let last = -1;
  for (const event of events) {
    const { leaf, stream, revision, id } = event;
    if (leaf <= last)
      throw new Differs(`The event ${nameOf(event)} (leaf ${leaf}) stands after leaf ${last}.`);
    if (revision <= (revisions.get(stream) ?? -1))
      throw new Differs(`The event ${nameOf(event)} (leaf ${leaf}) comes after a later one of its stream.`);
    if (ids.has(id)) throw new Differs(`The event ${nameOf(event)} (leaf ${leaf}) has the id of another.`);
    last = leaf;
    revisions.set(stream, revision);
    ids.add(id);
  }
};

const manifestIn = (text: string): Manifest => {
  const manifest: unknown = JSON.parse(text);
  if (
    !isMembers(manifest) ||
    manifest['format'] !== BUNDLE_FORMAT ||
    !Array.isArray(manifest['files']) ||
    !Array.isArray(manifest['streams']) ||
    !isMembers(manifest['audience'])
  )
    throw new Refused(`It is no manifest of ${BUNDLE_FORMAT}.`);
  return manifest as unknown as Manifest;
};

const mustBeSigned = (files: Files, keys: readonly NoteVerifier[]): void => {
  const { text } = openNote(textOf(files, 'manifest.note'), keys.map(bundleVerifierOf));
  const origin = keys[0]?.name ?? '';
  if (text !== manifestNoteText(origin, bytesIn(files, 'manifest.json')))
    throw new Refused('The manifest was changed.');
};

const OF_THE_MANIFEST: readonly string[] = ['manifest.json', 'manifest.note'];

const mustBeListed = (files: Files, manifest: Manifest): void => {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const [path, bytes] of files) {
    if (OF_THE_MANIFEST.includes(path)) continue;
    const file = listed.get(path);
    if (file === undefined) throw new Differs(`${path} is not in the signed list of files.`);
    if (file.bytes !== bytes.length || file.sha256 !== hexHash(bytes))
      throw new Differs(`${path} is not the file that was signed.`);
    listed.delete(path);
  }
  const [missing] = listed.keys();
  if (missing !== undefined) throw new Differs(`The archive has no ${missing}, which was signed.`);
};

const mustFit = (
  { origin, treeSize, rootHash, complete, streams }: Manifest,
  head: Checkpoint,
  events: readonly ProvedEvent[],
): void => {
  const root = Buffer.from(head.root).toString('base64');
  if (origin !== head.origin || treeSize !== head.size || rootHash !== root)
    throw new Differs('The manifest is of another tree than the checkpoint.');
  const counted = countedStreams();
  for (const event of events) counted.add(event);
  const found = counted.streams();
  if (JSON.stringify(found) !== JSON.stringify(streams))
    throw new Differs('The manifest names other streams, or another number of events, than there are.');
  const gap = found.find(({ revision, events: count }) => count !== revision + 1);
  if (complete && gap !== undefined)
    throw new Differs(`The manifest says that it is complete, and ${gap.stream} lacks an event.`);
};
