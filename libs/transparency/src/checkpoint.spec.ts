import fc from 'fast-check';
import { parseCheckpoint } from './checkpoint-text.ts';
import { checkpointText, openCheckpoint } from './checkpoint.ts';
import { hasControls } from './control-characters.ts';
import { keyTexts, signerOf, verifierKeyOf, verifierOf } from './note-key.ts';
import { openNote, signNote } from './note.ts';
import { base64, checkpointVectors, fromBase64, merkleVectors } from './testing/vectors.ts';
import { witness } from './testing/witness.ts';

const { checkpoints, cosigned, refused, seed, signerKey, verifierKey } = checkpointVectors;
const origin = 'pledges.example/log';
const log = verifierOf(verifierKey);
const other = witness('witness.example/w1', checkpointVectors.witness.seed);
const isRefused = expect.objectContaining({ name: 'Refused' });

describe('the checkpoints of the vectors', () => {
  it('have keys of these texts', () => {
    expect(keyTexts(origin, Buffer.from(seed, 'hex'))).toEqual({ signingKey: signerKey, verifierKey });
    expect(verifierKeyOf(signerKey)).toBe(verifierKey);
    expect(other.verifierKey).toBe(checkpointVectors.witness.verifierKey);
  });

  it.each(checkpoints)('of size $size is signed, and opened', ({ size, note }) => {
    const root = fromBase64(merkleVectors.roots.find((one) => one.size === size)!.root);
    expect(signNote(checkpointText({ origin, size, root }), [signerOf(signerKey)])).toBe(note);
    const { signedBy, ...checkpoint } = openCheckpoint(note, log);
    expect({ ...checkpoint, root: base64(checkpoint.root) }).toEqual({ origin, size, root: base64(root) });
    expect(signedBy).toEqual([{ verifier: log, time: null }]);
  });

  it('carries the signature of a witness, and when it was made', () => {
    const [, time = ''] = /(\S+)\n$/.exec(cosigned.note) ?? [];
    const seconds = Number(fromBase64(time).readBigUInt64BE(4));
    const text = `${cosigned.note.split('\n\n')[0]!}\n`;
    expect(cosigned.note.endsWith(other.cosign(text, seconds))).toBe(true);
    const known = verifierOf(other.verifierKey);
    const opened = openCheckpoint(cosigned.note, log, [known]);
    expect(opened.signedBy).toEqual([
      { verifier: log, time: null },
      { verifier: known, time: seconds },
    ]);
    // Whoever does not know the witness passes it over.
    expect(openCheckpoint(cosigned.note, log).size).toBe(cosigned.size);
    expect(() =>
      openCheckpoint(cosigned.note.replace(/\S+\n$/, base64(Buffer.alloc(76)) + '\n'), log),
    ).not.toThrow();
  });

  it.each(refused)('is refused: $why', ({ note }) => {
    expect(() => openCheckpoint(note, log)).toThrow(isRefused);
  });
});

describe('a note', () => {
  const { note } = checkpoints.at(-1)!;

  it('is refused with any one character changed, up to the key and the signature', () => {
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
      expect(() => openCheckpoint(changed, log)).toThrow(isRefused);
    }
  });

  it.each([
    ['nothing', ''],
    ['no newline at its end', note.slice(0, -1)],
    ['a line that is not a signature', `${note}hello\n`],
    ['a signature in base64 that is not canonical', note.replace(/=\n$/, '\n')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['a tab in the text', note.replace('1000\n', '1000\t\n')],
    ['too many signatures', note + note.split('\n\n')[1]!.repeat(101)],
  ])('is refused with %s', (_, text) => {
    expect(() => openNote(text, [log])).toThrow(isRefused);
  });

  it('is refused when a witness that is known has not signed this text', () => {
    const forged = note + other.cosign('another text\n', 1_800_000_000);
    expect(() => openCheckpoint(forged, log, [verifierOf(other.verifierKey)])).toThrow(isRefused);
  });

  it('is not opened by a witness alone', () => {
    const text = `${note.split('\n\n')[0]!}\n`;
    const alone = `${text}\n${other.cosign(text, 1_800_000_000)}`;
    expect(() => openCheckpoint(alone, log, [verifierOf(other.verifierKey)])).toThrow(isRefused);
  });

  it('is signed by both keys while one takes over from the other', () => {
    const next = keyTexts(origin, Buffer.alloc(32, 7));
    const both = signNote(checkpointText(checkpointOf(3)), [signerOf(signerKey), signerOf(next.signingKey)]);
    expect(openCheckpoint(both, log).size).toBe(3);
    expect(openCheckpoint(both, verifierOf(next.verifierKey)).size).toBe(3);
  });

  it('is opened as it was signed, whatever it says', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !hasControls(text, '\u007f'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const text = `${lines.join('\n')}\n`;
        expect(openNote(signNote(text, [signerOf(signerKey)]), [log]).text).toBe(text);
      }),
    );
  });
});

const checkpointOf = (size: number) => ({ origin, size, root: Buffer.alloc(32, 1) });

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        expect(parseCheckpoint(checkpointText(checkpointOf(size)))).toEqual(checkpointOf(size));
      }),
    );
  });

  const root = base64(Buffer.alloc(32, 1));
  it.each([
    ['an extension line', `${origin}\n1\n${root}\nmore\n`],
    ['no origin', `\n1\n${root}\n`],
    ['a space in its origin', `a b\n1\n${root}\n`],
    ['a size that is negative', `${origin}\n-1\n${root}\n`],
    ['a size with an exponent', `${origin}\n1e3\n${root}\n`],
    ['a size that JavaScript cannot count', `${origin}\n9007199254740993\n${root}\n`],
    ['a root of 33 bytes', `${origin}\n1\n${base64(Buffer.alloc(33))}\n`],
  ])('is refused with %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(isRefused);
  });
});

describe('a key', () => {
  it.each([
    ['nothing', ''],
    ['an id that is not its own', verifierKey.replace('1a13b05f', '1a13b05e')],
    ['another name', verifierKey.replace('pledges', 'pledgez')],
    ['a name with a space', verifierKey.replace('pledges', 'pled ges')],
    ['a key of 31 bytes', 'a+00000000+AS4BFPsCX7cogiwb4CQ/0z58PCdzZUdofh+e90/EQ38='],
    ['a kind that is not known', `a+00000000+${base64(Buffer.concat([Buffer.of(2), Buffer.alloc(32)]))}`],
    ['a signing key', signerKey],
  ])('is refused: %s', (_, text) => {
    expect(() => verifierOf(text)).toThrow(isRefused);
  });

  it('that signs is not quoted when it is refused', () => {
    const broken = signerKey.replace('1a13b05f', '1a13b05e');
    for (const text of [broken, verifierKey, signerKey.slice(0, -4)]) {
      expect(() => signerOf(text)).toThrow(isRefused);
      expect(() => signerOf(text)).not.toThrow(
        expect.objectContaining({ message: expect.stringContaining(text.slice(-20)) }),
      );
    }
    expect(() => keyTexts('a b', Buffer.alloc(32))).toThrow(isRefused);
  });
});
