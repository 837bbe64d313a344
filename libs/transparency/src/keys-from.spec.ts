import fc from 'fast-check';
import { keyStatementsIn, keyStatementsText, keyStatementText, parseKeyStatement } from './key-statement.ts';
import { keysFrom } from './keys-from.ts';
import { keyTexts, signerOf, verifierOf } from './note-key.ts';
import { signNote } from './note.ts';
import { witness } from './testing/witness.ts';

const origin = 'pledges.example/proof';
const keys = [1, 2, 3, 4].map((n) => keyTexts(origin, Buffer.alloc(32, n)));
const isRefused = expect.objectContaining({ name: 'Refused' });

/** That one of the keys hands over to another. */
const handed = (from: number, to: number, size = 10 * to): string =>
  signNote(keyStatementText({ origin, verifierKey: keys[to]!.verifierKey, size }), [
    signerOf(keys[from]!.signingKey),
  ]);
const ledFrom = (key: number, ...notes: readonly string[]): (number | undefined)[] =>
  keysFrom(verifierOf(keys[key]!.verifierKey), keyStatementsText(notes)).map(({ keyId }) =>
    keys.findIndex(({ verifierKey }) => verifierKey.includes(keyId)),
  );

it('is this text, which the key before signs', () => {
  const { verifierKey } = keys[1]!;
  expect(
    handed(0, 1, 57).startsWith(`pledgeline-key/v1\n${origin}\n${verifierKey}\n57\n\n— ${origin} `),
  ).toBe(true);
});

const chain = [handed(0, 1), handed(1, 2), handed(2, 3)];
it.each([
  ['the first key', 0, chain, [0, 1, 2, 3]],
  ['a later key', 2, chain, [2, 3]],
  ['the last key', 3, chain, [3]],
  ['a key before there was a change', 0, [], [0]],
  ['a key whose statement is missing', 0, chain.slice(1), [0]],
  ['statements in the wrong order', 0, [chain[1]!, chain[0]!], [0, 1]],
  // What a key signs that has handed over already leads nowhere.
  ['a key that hands over twice', 0, [chain[0]!, handed(0, 2)], [0, 1]],
])('%s leads to those after it', (_, key, notes, expected) => {
  expect(ledFrom(key, ...notes)).toEqual(expected);
});

it.each([
  ['nothing but a text', 'hello'],
  ['a signature of another text', handed(0, 1).replace('\n10\n', '\n11\n')],
  [
    'another log',
    signNote(
      keyStatementText({
        origin: 'other.example',
        verifierKey: keyTexts('other.example', Buffer.alloc(32, 9)).verifierKey,
        size: 1,
      }),
      [signerOf(keys[0]!.signingKey)],
    ),
  ],
  ['half a statement', handed(0, 1).slice(0, -20)],
])('%s is refused', (_, served) => {
  expect(() => keysFrom(verifierOf(keys[0]!.verifierKey), served)).toThrow(isRefused);
});

const text = keyStatementText({ origin, verifierKey: keys[1]!.verifierKey, size: 10 });
it.each([
  ['another rule', text.replace('/v1', '/v2')],
  ['a line more', `${text}more\n`],
  ['no end', text.slice(0, -1)],
  ['no size', text.replace('\n10\n', '\nten\n')],
  ['a key of another log', text.replace(`\n${origin}\n`, '\nother.example\n')],
  ['the key of a witness', text.replace(keys[1]!.verifierKey, witness(origin, '1'.repeat(64)).verifierKey)],
  ['an id that is not of the key', text.replace(/\+[0-9a-f]{8}\+/, '+nothexid+')],
])('a statement with %s is none', (_, other) => {
  expect(() => parseKeyStatement(other)).toThrow(isRefused);
});

it('as many as there are, are read as they are served', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.maxSafeNat())), (changes) => {
      const notes = changes.map(([from, to, size]) => handed(from, to, size));
      expect(keyStatementsIn(keyStatementsText(notes))).toEqual(notes);
    }),
    { numRuns: 20 },
  );
});
