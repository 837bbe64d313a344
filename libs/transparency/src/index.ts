export { parseCheckpoint } from './checkpoint.ts';
export { keyTexts, signerOf } from './note-key.ts';
export type { ProofLeaf, ProofLog, ProofReader, SignedHead } from './proof-log.ts';
export { scrub } from './scrub.ts';
export { sequencer } from './sequencer.ts';
export type { Sequencer, SequencerOptions } from './sequencer.ts';
