/** Parts of the tree as C2SP tlog-tiles serves them. What was served once never changes. */
import { hash } from 'node:crypto';
import { Rejected } from '@pledgeline/event-sourcing';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { entryBundle, HASH_BYTES, parseTilePath, widthIn } from '@pledgeline/transparency';
import type { ServedLog } from '@pledgeline/transparency';
import { damaged, signedTree } from './signed-tree.ts';

/** What may be asked how, and kept by whom, of a log. */
type Shown = Pick<ServedLog, 'isOpen'>;

/** For all the world, and for its browsers: nothing in it depends on who asks. */
const OPEN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'accept-encoding',
} as const;
/** Where the log is kept for who has signed in, no cache but his own may hand it on. */
const forEver = ({ isOpen }: Shown): Readonly<Record<string, string>> =>
  isOpen
    ? { ...OPEN, 'cache-control': 'public, max-age=31536000, immutable' }
    : { 'cache-control': 'private, max-age=31536000, immutable' };
const askAgain = ({ isOpen }: Shown): Readonly<Record<string, string>> =>
  isOpen ? { ...OPEN, 'cache-control': 'no-cache' } : { 'cache-control': 'private, no-cache' };

/**
 * @param path such as `tile/0/x001/067.p/12`.
 * @throws {Rejected} TILE_NOT_FOUND for another spelling of a path, and for what the signed tree does not have.
 * @throws {StoreUnavailable} where the file has lost it.
 */
export const tileAnswer = (log: Pick<ServedLog, 'reader'> & Shown, path: string): PreparedAnswer => {
  const tile = parseTilePath(path);
  if (tile === undefined) throw notFound(`${path} is no path of C2SP tlog-tiles.`);
  const { head, reader } = signedTree(log);
  if (tile.width > widthIn(head.size, tile))
    throw notFound(`The signed tree of ${head.size} leaves does not reach as far as ${path}.`);
  const { level, index, width } = tile;
  const kept = level === 'entries' ? reader.entries(index) : reader.tile(level, index);
  if (kept.length < width * HASH_BYTES) throw damaged();
  const hashes = kept.subarray(0, width * HASH_BYTES);
  const body = level === 'entries' ? entryBundle(hashes) : hashes;
  return ready(body, 'application/octet-stream', forEver(log));
};

const notFound = (message: string): Rejected => new Rejected('missing', 'TILE_NOT_FOUND', message);

/** What is signed, byte for byte. */
export const noteAnswer = (log: Shown, note: string): PreparedAnswer =>
  ready(Buffer.from(note), 'text/plain; charset=utf-8', askAgain(log));

/** What is computed from the tree. */
export const jsonAnswer = (log: Shown, content: object): PreparedAnswer =>
  ready(Buffer.from(JSON.stringify(content)), 'application/json; charset=utf-8', askAgain(log));

const TAG_LENGTH = 12;

/** Not compressed: hashes do not become smaller. */
const ready = (
  body: Uint8Array,
  mediaType: string,
  headers: Readonly<Record<string, string>>,
): PreparedAnswer => ({
  ...{ body, mediaType, headers, gzip: null, fileName: null, otherwiseFor: [], ageMs: 0 },
  tag: hash('sha256', body, 'hex').slice(0, TAG_LENGTH),
});
