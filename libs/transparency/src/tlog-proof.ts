/** A leaf, its path and the signed head in one text that can be checked offline: C2SP tlog-proof. */
import { bytesOfBase64, hashOfBase64, wholeOf } from './hash-texts.ts';
import { Refused } from './refused.ts';

export interface TlogProof {
  readonly index: number;
  /** Lowest first. */
  readonly path: readonly Uint8Array[];
  /** The signed note, byte for byte. */
  readonly checkpoint: string;
  /** Nothing in the proof vouches for it. */
  readonly extra?: Uint8Array;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** More than any tree has levels. */
const MAX_PATH = 64;

export const tlogProofText = ({ index, path, checkpoint, extra }: TlogProof): string =>
  [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${base64(extra)}`]),
    `index ${index}`,
    ...path.map(base64),
    '',
    checkpoint,
  ].join('\n');

/** @throws {Refused} for any other text. */
export const parseTlogProof = (text: string): TlogProof => {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== FIRST_LINE) throw new Refused(`A proof begins with ${FIRST_LINE}.`);
  const extra =
    lines[0]?.startsWith('extra ') === true ? bytesOfBase64(lines[0].slice('extra '.length)) : null;
  const [indexLine, ...hashes] = extra === null ? lines : lines.slice(1);
  const index =
    indexLine?.startsWith('index ') === true ? wholeOf(indexLine.slice('index '.length)) : undefined;
  if (extra === undefined || index === undefined) throw new Refused('A proof names the index of its leaf.');
  const path = hashes.map(hashOfBase64);
  if (path.length > MAX_PATH || !path.every((hash) => hash !== undefined))
    throw new Refused('The path of a proof is of hashes in base64, one on a line.');
  return { index, path, checkpoint: text.slice(end + 2), ...(extra !== null && { extra }) };
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
