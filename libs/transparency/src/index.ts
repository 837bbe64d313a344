export { bundleOf } from './bundle.ts';
export type { Audience, BundledEvent, Manifest } from './bundle.ts';
export { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
export type { Checkpoint, OpenedCheckpoint } from './checkpoint.ts';
export {
  entryOfUnits,
  EVENT_RULE,
  ForeignEvent,
  openedTo,
  openingOf,
  UNITS_BEFORE_DATA,
} from './event-leaf.ts';
export type { LeafEvent, Opening, Unit } from './event-leaf.ts';
export { canonicalText, namesOf } from './canonical.ts';
export { parseTlogProof, tlogProofText } from './tlog-proof.ts';
export { HASH_BYTES } from './hash.ts';
export { HistoryChanged } from './history.ts';
export type { EventSource } from './history.ts';
export type { NoteSigner, NoteVerifier } from './note-key.ts';
export { UNBEGUN } from './log-status.ts';
export type { ProofLogFailure, ProofLogStatus, ScrubStatus } from './log-status.ts';
export { leafHash, rootOf } from './merkle.ts';
export { signNote } from './note.ts';
export { nodesOf, rootBetween } from './nodes.ts';
export type { NodeReader } from './nodes.ts';
export { bundleSignerOf, isKeyName, keyTexts, signerOf, verifierKeyOf, verifierOf } from './note-key.ts';
export type { ComparedLog, ProofLeaf, ProofLog, ProofReader, SignedHead } from './proof-log.ts';
export { consistencyPath, inclusionPath, verifyConsistency, verifyInclusion } from './proofs.ts';
export { entryBundle, parseTilePath, widthIn } from './tiles.ts';
export { readOpening } from './read-opening.ts';
export type { OpenedEvent } from './read-opening.ts';
export { scrub } from './scrub.ts';
export { mustBeAsSigned } from './signed-head.ts';
export { sequencer } from './sequencer.ts';
export type { Sequencer, SequencerOptions } from './sequencer.ts';
export { SERVED_LOG } from './served-log.ts';
export type { OpenedLog, ServedLog, WithProofs } from './served-log.ts';
export { parsePolicy } from './policy.ts';
export type { Policy } from './policy.ts';
export { Differs, mustBeWhole, signersNamed, verifyBundle } from './verify-bundle.ts';
export type { ProvedEvent, VerifiedBundle } from './verify-bundle.ts';
