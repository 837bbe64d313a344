import { verifyInclusion } from './proofs.ts';
import { leafHash } from './merkle.ts';
import { openCheckpoint } from './checkpoint.ts';
import { verifierOf } from './note-key.ts';
import { parseTlogProof, tlogProofText } from './tlog-proof.ts';
import { checkpointVectors, fromBase64, proofVectors } from './testing/vectors.ts';

const { entry, extra, plain, withExtra } = proofVectors;

describe('the proofs of the vectors', () => {
  it.each([
    ['without more', plain, undefined],
    ['with more', withExtra, Buffer.from(extra)],
  ])('%s', (_, text, more) => {
    const proof = parseTlogProof(text);
    expect(tlogProofText(proof)).toBe(text);
    expect(proof.extra).toEqual(more);
    const { size, root } = openCheckpoint(proof.checkpoint, verifierOf(checkpointVectors.verifierKey));
    const { index, path } = proof;
    expect(verifyInclusion({ leaf: leafHash(fromBase64(entry)), index, size, root, path })).toBe(true);
  });

  it('of the only leaf has no path', () => {
    const proof = { index: 0, path: [], checkpoint: checkpointVectors.checkpoints[1]!.note };
    expect(parseTlogProof(tlogProofText(proof))).toEqual(proof);
  });

  it.each([
    ['another version', plain.replace('@v1', '@v2')],
    ['no index', plain.replace(/index.*\n/, '')],
    ['an index with a zero before it', plain.replace('index 511', 'index 0511')],
    ['a negative index', plain.replace('index 511', 'index -1')],
    ['a hash that is too short', plain.replace('v9KfVYPjd57aZWAWx/zh3oAP5kDySZtOtsWDeVa2fGk=', 'v9KfVQ==')],
    ['more that is not base64', withExtra.replace('extra ', 'extra !')],
    ['more after the index', withExtra.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
    ['too many hashes', plain.replace('index 511\n', `index 511\n${`${'A'.repeat(43)}=\n`.repeat(60)}`)],
    ['nothing', ''],
    ['no checkpoint', plain.split('\n\n')[0]!],
  ])('is refused with %s', (_, text) => {
    expect(() => parseTlogProof(text)).toThrow(expect.objectContaining({ name: 'Refused' }));
  });
});
