import { verifierOf } from './note-key.ts';
import { checkpointVectors } from './testing/vectors.ts';
import { witness } from './testing/witness.ts';
import { cosignatureIn, cosignedPath, knownSizeIn, submissionText, withSignature } from './witness.ts';

const { note } = checkpointVectors.checkpoints.at(-1)!;
const text = `${note.split('\n\n')[0]!}\n`;
const one = witness('w1.example', '1'.repeat(64));
const other = witness('w2.example', '2'.repeat(64));
const verifier = verifierOf(one.verifierKey);
const isRefused = expect.objectContaining({ name: 'Refused' });

it('is sent what C2SP tlog-witness says: the old size, the hashes, an empty line, the note', () => {
  const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(submissionText(7, hashes, note)).toBe(
    `old 7\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n\n${note}`,
  );
  expect(submissionText(0, [], note)).toBe(`old 0\n\n${note}`);
});

it('shows what it signed last at the SHA-256 of the origin', () => {
  expect(cosignedPath('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/checkpoint',
  );
});

it.each([
  ['0\n', 0],
  ['20852014\n', 20_852_014],
  ['7', undefined],
  ['7\n\n', undefined],
  ['07\n', undefined],
  ['-1\n', undefined],
  ['1e3\n', undefined],
  [' 7\n', undefined],
  ['9007199254740993\n', undefined],
  ['', undefined],
])('says %j, and knows %s leaves', (answer, size) => {
  expect(knownSizeIn(answer)).toBe(size);
});

it('is read among the signatures of others', () => {
  const own = one.cosign(text, 1_800_000_000);
  expect(cosignatureIn(other.cosign(text, 1_800_000_000) + own, note, verifier)).toBe(own);
});

it.each([
  ['nothing', ''],
  ['another key', other.cosign(text, 1_800_000_000)],
  ['another text', one.cosign('other\n', 1_800_000_000)],
  ['no time', one.cosign(text, 0)],
  ['no line', one.cosign(text, 1_800_000_000).trimEnd()],
  ['a line before', `hello\n${one.cosign(text, 1_800_000_000)}`],
])('is refused with %s', (_, answer) => {
  expect(() => cosignatureIn(answer, note, verifier)).toThrow(isRefused);
});

it('stands below the log once, with its newest signature, and the note stays as it is', () => {
  const first = one.cosign(text, 1_800_000_000);
  const second = one.cosign(text, 1_800_000_001);
  const both = withSignature(withSignature(note, first), other.cosign(text, 1_800_000_000));
  expect(both).toBe(note + first + other.cosign(text, 1_800_000_000));
  expect(withSignature(both, second)).toBe(note + other.cosign(text, 1_800_000_000) + second);
});
