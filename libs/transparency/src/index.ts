export { bundlePieces } from './bundle.ts';
export type { Audience, BundledEvent, BundledStream, BundleFile, Manifest } from './bundle.ts';
export { parseCheckpoint } from './checkpoint-text.ts';
export type { Checkpoint } from './checkpoint-text.ts';
export { checkpointText, openCheckpoint } from './checkpoint.ts';
export type { OpenedCheckpoint } from './checkpoint.ts';
export { cosignedBy } from './cosigned-by.ts';
export { entryOfUnits, ForeignEvent, openedTo, openingOf } from './event-leaf.ts';
export type { LeafEvent } from './event-leaf.ts';
export { EVENT_RULE, UNITS_BEFORE_DATA } from './event-rule.ts';
export type { Opening, Unit } from './event-rule.ts';
export { namesOf } from './canonical.ts';
export { parseTlogProof, tlogProofText } from './tlog-proof.ts';
export { frontier } from './frontier.ts';
export { HASH_BYTES } from './hash-texts.ts';
export { HistoryChanged } from './history.ts';
export type { EventSource, StoredEvent } from './history.ts';
export type { NoteSigner, NoteVerifier } from './note-key.ts';
export { UNBEGUN } from './log-status.ts';
export type {
  ProofLogFailure,
  ProofLogStatus,
  ScrubStatus,
  WitnessFailure,
  WitnessStatus,
} from './log-status.ts';
export { keysFrom } from './keys-from.ts';
export { keyStatementsIn, keyStatementsText, keyStatementText, parseKeyStatement } from './key-statement.ts';
export { leafHash, rootOf } from './merkle.ts';
export { signNote } from './note.ts';
export { nodesOf, rememberedNodes, rootBetween } from './nodes.ts';
export type { NodeReader } from './nodes.ts';
export { isKeyName } from './key-text.ts';
export { bundleSignerOf, keyTexts, signerOf, verifierKeyOf, verifierOf } from './note-key.ts';
export type { ComparedLog, ProofLeaf, ProofLog, ProofReader, SignedHead } from './proof-log.ts';
export { consistencyPath, inclusionPath, verifyConsistency, verifyInclusion } from './proofs.ts';
export { entryBundle, parseTilePath, TILE_WIDTH, widthIn } from './tiles.ts';
export { readOpening } from './read-opening.ts';
export type { OpenedEvent } from './read-opening.ts';
export { scrub } from './scrub.ts';
export { mustBeAsSigned, mustBeSignedBy, mustHaveRoot } from './signed-head.ts';
export { sequencer } from './sequencer.ts';
export type { BeforeFirst, Sequencer, SequencerOptions } from './sequencer.ts';
export { SERVED_LOG } from './served-log.ts';
export type { OpenedLog, ServedLog, WithProofs } from './served-log.ts';
export { parsePolicy } from './policy.ts';
export type { Policy, PolicyWitness } from './policy.ts';
export { Differs, signersNamed, verifyBundle } from './verify-bundle.ts';
export type { ProvedEvent, VerifiedBundle } from './verify-bundle.ts';
export { mustBeWhole } from './whole-tree.ts';
export { cosignatureIn, cosignedPath, knownSizeIn, submissionText, withSignature } from './witness.ts';
