/** What a browser checks with: no module of Node, and hashes and signatures are for the caller to compute. */
export { canonicalText } from './canonical.ts';
export { parseCheckpoint } from './checkpoint-text.ts';
export type { Checkpoint } from './checkpoint-text.ts';
export { timeOf } from './cosignature.ts';
export { entryText, saltedText } from './event-rule.ts';
export { hashOfBase64, hexOf } from './hash-texts.ts';
export { leafContent } from './hashing.ts';
export type { Hashing } from './hashing.ts';
export { ED25519, KEY_ID_DIGITS, keyIdContent, keyPartsOf } from './key-text.ts';
export { keyStatementsIn, parseKeyStatement } from './key-statement.ts';
export { partsOfNote } from './note-text.ts';
export { openedUnits } from './opened-units.ts';
export type { OpenedUnits } from './opened-units.ts';
export { consistencyCheck, inclusionCheck } from './proof-checks.ts';
export { Refused } from './refused.ts';
