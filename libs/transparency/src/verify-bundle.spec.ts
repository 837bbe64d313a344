/** A bundle, and what anybody may do to one on its way: each change is found, and where it is to an event, the event is named. */
import fc from 'fast-check';
import { bundlePieces, type BundledEvent } from './bundle.ts';
import { checkpointText } from './checkpoint.ts';
import { entryOfUnits, openedTo, openingOf, type LeafEvent } from './event-leaf.ts';
import { leafHash, rootOf } from './merkle.ts';
import { nodesOf } from './nodes.ts';
import { bundleSignerOf, keyTexts, signerOf, verifierOf } from './note-key.ts';
import { signNote } from './note.ts';
import { inclusionPath } from './proofs.ts';
import { Differs, verifyBundle } from './verify-bundle.ts';
import { filesIn, zipOf } from './zip.ts';

const ORIGIN = 'pledges.example/proof';
const KEYS = keyTexts(ORIGIN, Buffer.alloc(32, 3));
const OTHER_KEYS = keyTexts(ORIGIN, Buffer.alloc(32, 4));
const key = verifierOf(KEYS.verifierKey);
const SECRET = '5'.repeat(64);

const event = (n: number): LeafEvent => ({
  stream: `pledge-${n % 3}`,
  revision: Math.floor(n / 3),
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'CaveatDeclared',
  schemaVersion: 1,
  recordedAt: '2026-11-30T12:00:00.000Z',
  data: { caveat: `No. ${n}`, kept: 'from some' },
  metadata: { actor: `actor ${n}`, role: 'MS', visibility: 'PUBLIC', commandId: `c${n}` },
});

/** @param isChosen of the events, by leaf. @param keys by which it is signed. */
const bundled = async (
  count: number,
  isChosen: (leaf: number) => boolean = () => true,
  keys = KEYS,
  pageSize = 3,
): Promise<Uint8Array> => {
  const openings = Array.from({ length: count }, (_, n) => openingOf(event(n), SECRET, n));
  const leaves = openings.map(({ units }) => leafHash(entryOfUnits(units)));
  const nodes = nodesOf((level) => (level === 0 ? Buffer.concat(leaves) : new Uint8Array()));
  const root = rootOf(leaves);
  const head = checkpointText({ origin: ORIGIN, size: count, root });
  const events = openings
    .map((opening, leaf): BundledEvent => {
      const { stream, revision } = event(leaf);
      const shown = openedTo({ ...opening, leaf }, (unit) => unit !== 2);
      return { stream, revision, opening: { ...shown, leaf } };
    })
    .filter((_, leaf) => isChosen(leaf));
  const pieces = bundlePieces({
    ...{ origin: ORIGIN, treeSize: count, root },
    events: inPages(events, pageSize),
    pathOf: (leaf) => inclusionPath(nodes, leaf, count),
    checkpoint: signNote(head, [signerOf(keys.signingKey)]),
    exportedAt: '2026-11-30T12:00:05.000Z',
    audience: { role: 'AUDITOR', state: null },
    audienceReadsAll: true,
    others: () => [{ path: 'README.txt', text: ['Read ', 'me.\n'] }],
    signers: [bundleSignerOf(keys.signingKey)],
    turn: () => Promise.resolve(),
  });
  const made: Uint8Array[] = [];
  for await (const piece of pieces) made.push(piece);
  return Buffer.concat(made);
};

async function* inPages<Item>(items: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield Promise.resolve(items.slice(at, at + size));
}

const COUNT = 7;
let whole: Uint8Array;
beforeAll(async () => {
  whole = await bundled(COUNT);
});

/** The archive with one file changed, and signed by nobody. */
const withFile = (path: string, change: (text: string) => string): Uint8Array =>
  zipOf(
    new Map(
      [...filesIn(whole)].map(([name, bytes]) => [
        name,
        name === path ? Buffer.from(change(Buffer.from(bytes).toString())) : bytes,
      ]),
    ),
  );

const lineOf = (text: string, n: number): string => text.split('\n')[n] ?? '';

it('is verified as it was made, whatever it has of the tree, with the same bytes however its events come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.integer(),
      fc.integer({ min: 1, max: 20 }),
      async (count, chosen, pageSize) => {
        const isChosen = (leaf: number): boolean => ((chosen >> (leaf % 31)) & 1) === 1;
        const archive = await bundled(count, isChosen);
        expect(Buffer.compare(archive, await bundled(count, isChosen, KEYS, pageSize))).toBe(0);
        const { events, manifest, checkpoint } = verifyBundle(archive, key);
        expect(events.map(({ leaf }) => leaf)).toEqual([...Array(count).keys()].filter(isChosen));
        expect([manifest.treeSize, checkpoint.size, events.every(({ keptBack }) => keptBack === 1)]).toEqual([
          count,
          count,
          true,
        ]);
      },
    ),
    { numRuns: 50 },
  );
});

it('any one byte of it that is changed is found', () => {
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect(() => verifyBundle(changed, key)).toThrow(Differs);
  }
});

it('bytes that are cut off, put in or repeated are found', () => {
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.nat(whole.length),
      fc.uint8Array({ maxLength: 5 }),
      (one, other, bytes) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const changed = Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(to)]);
        fc.pre(Buffer.compare(changed, whole) !== 0);
        expect(() => verifyBundle(changed, key)).toThrow(Differs);
      },
    ),
    { numRuns: 300 },
  );
});

it('any byte of an event that is changed is found, and the event is named by its leaf', () => {
  const text = Buffer.from(filesIn(whole).get('events.jsonl') ?? []).toString();
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.constantFrom('0', 'f', 'x', '"', '}', ' ', '\u00e9'),
      (at, sign) => {
        fc.pre(text[at] !== sign && text[at] !== '\n');
        const leaf = text.slice(0, at).split('\n').length - 1;
        const changed = withFile('events.jsonl', () => text.slice(0, at) + sign + text.slice(at + 1));
        const named = new RegExp(
          `events.jsonl, line ${leaf + 1}.*leaf |^events.jsonl is not the file that was signed`,
        );
        expect(() => verifyBundle(changed, key)).toThrow(named);
        expect(() => verifyBundle(changed, null)).toThrow(Differs);
      },
    ),
    { numRuns: 400 },
  );
});

it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
  [
    'a word of an event',
    () => withFile('events.jsonl', (text) => text.replace('No. 4', 'No. 5')),
    /the event pledge-1@1 \(leaf 4\) is not what was signed/,
  ],
  [
    'a path',
    () =>
      withFile('proofs.jsonl', (text) => text.replace(lineOf(text, 2), lineOf(text, 2).replace(/A/, 'B'))),
    /the event pledge-2@0 \(leaf 2\)/,
  ],
  [
    'an event that is left out',
    () => withFile('events.jsonl', (text) => text.replace(`${lineOf(text, 3)}\n`, '')),
    /the event pledge-1@1 \(leaf 4\) stands beside a path of leaf 3/,
  ],
  [
    'two events that changed places',
    () =>
      withFile('events.jsonl', (text) => {
        const lines = text.split('\n');
        return [lines[1], lines[0], ...lines.slice(2)].join('\n');
      }),
    /the event pledge-1@0 \(leaf 1\) stands beside a path of leaf 0/,
  ],
  [
    'a line that is no opening',
    () => withFile('events.jsonl', (text) => text.replace(lineOf(text, 5), '{}')),
    /events.jsonl, line 6 \(leaf 5\): the event is not as it was signed/,
  ],
  [
    'the end of the events',
    () => withFile('events.jsonl', (text) => text.slice(0, -1)),
    /its last line has no end/,
  ],
  [
    'the claim of the manifest',
    () => withFile('manifest.json', (text) => text.replace('AUDITOR', 'PUBLIC')),
    /manifest/,
  ],
  [
    'the signature of the head',
    () => withFile('checkpoint', (text) => text.replace('\n7\n', '\n8\n')),
    /checkpoint/,
  ],
  [
    'another file',
    () => withFile('README.txt', (text) => `${text}!`),
    /README.txt is not the file that was signed/,
  ],
  [
    'a file that is put in',
    () => zipOf(new Map([...filesIn(whole), ['more', Buffer.of(1)]])),
    /more is not in the signed list/,
  ],
  [
    'a file that is taken out',
    () => zipOf(new Map([...filesIn(whole)].filter(([name]) => name !== 'README.txt'))),
    /The archive has no README.txt/,
  ],
  ['another key', () => bundled(COUNT, () => true, OTHER_KEYS), /No key that is trusted here/],
])('%s is found, and named', async (_, made, says) => {
  const archive = await made();
  expect(() => verifyBundle(archive, key)).toThrow(says);
});

it('says that it is complete only where each stream is there from its beginning', async () => {
  expect(verifyBundle(whole, key).manifest.complete).toBe(true);
  const part = await bundled(COUNT, (leaf) => leaf !== 0);
  expect(verifyBundle(part, key).manifest.complete).toBe(false);
});

it('has no text that was kept back', () => {
  expect(Buffer.from(whole).includes('actor 1')).toBe(false);
});
