/** `pledgeline audit verify`: checks a bundle, or one proof, with nothing but the file and the key that the auditor was given. */
import { readFileSync } from 'node:fs';
import {
  Differs,
  keysFrom,
  leafHash,
  mustBeWhole,
  openCheckpoint,
  parseCheckpoint,
  parseTlogProof,
  readOpening,
  signersNamed,
  verifyBundle,
  verifyInclusion,
} from '@pledgeline/transparency';
import type {
  NoteVerifier,
  OpenedCheckpoint,
  Policy,
  ProvedEvent,
  VerifiedBundle,
} from '@pledgeline/transparency';
import { auditKey } from './audit-key.ts';
import { auditPolicy, witnessesBelow, witnessKeys, witnessWords, type WitnessSeen } from './audit-policy.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { mustGoOn, olderCheckpoint } from './older-checkpoint.ts';
import { faultsOfData, replayed, type Replayed } from './replayed.ts';
import { server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyCommand {
  readonly key?: string;
  readonly policy?: string;
  /** File of what the log serves of its changes of keys. */
  readonly keys?: string;
  /** File of an older checkpoint. */
  readonly checkpoint?: string;
  /** Address of the log, where it is to prove that it goes on from the older checkpoint. */
  readonly server?: string;
  readonly whole?: boolean;
  readonly json?: boolean;
}

const TLOG_PROOF = 'c2sp.org/tlog-proof@v1\n';

/** @throws {CliError} `differs` naming the first thing that is not what was signed. */
export const auditVerify = async (
  file: string,
  options: VerifyCommand,
  terminal: Terminal,
): Promise<number> => {
  const key = options.key === undefined ? null : auditKey(options.key);
  const policy = options.policy === undefined ? null : auditPolicy(options.policy);
  const bytes = contentOf(file);
  const log = options.server === undefined ? null : server({ url: options.server });
  const isBundle = bytes.subarray(0, TLOG_PROOF.length).toString() !== TLOG_PROOF;
  if (!isBundle && options.whole === true)
    throw new CliError(EXIT.usage, `--whole is for a bundle of --all, and ${file} is the proof of one event`);
  try {
    const found = isBundle
      ? verifiedBundle(bytes, key, policy, options.whole === true)
      : verifiedProof(bytes.toString(), key, policy, options.keys);
    if (options.checkpoint !== undefined) {
      const inBundle = found.bundle?.files.get('consistency.json');
      const older = olderCheckpoint(options.checkpoint, found.keys);
      await mustGoOn(older, found.checkpoint, { inBundle, server: log });
    }
    const witnesses = witnessesBelow(found.checkpoint, policy);
    tell(file, { ...found, witnesses }, key, options.json === true, terminal);
    if (key === null)
      throw new CliError(
        EXIT.differs,
        `signed by ${found.signers.join(', ')}, which you have not told me to trust: give the key of the log with --key`,
      );
    return EXIT.ok;
  } catch (error) {
    if (error instanceof Differs) throw new CliError(EXIT.differs, error.message);
    throw error;
  }
};

interface Found {
  /** Whom the auditor trusts: by the key that he was given, those that it has handed over to. Null: nobody. */
  readonly keys: readonly NoteVerifier[] | null;
  readonly checkpoint: OpenedCheckpoint;
  readonly signers: readonly string[];
  readonly events: readonly ProvedEvent[];
  readonly replay: Replayed | null;
  /** Null of one proof. */
  readonly bundle: VerifiedBundle | null;
}

const verifiedBundle = (
  bytes: Uint8Array,
  key: NoteVerifier | null,
  policy: Policy | null,
  whole: boolean,
): Found => {
  const bundle = verifyBundle(bytes, key, witnessKeys(policy));
  const { checkpoint, events, files, keys } = bundle;
  if (whole) mustBeWhole(events, checkpoint);
  for (const event of events) {
    const [fault] = faultsOfData(event);
    if (fault !== undefined)
      throw new Differs(
        `The event ${event.stream}@${event.revision} (leaf ${event.leaf}) is proved, and its data is not that of a ${event.type}: ${fault}.`,
      );
  }
  const signers = signersNamed(Buffer.from(files.get('checkpoint') ?? []).toString());
  return { keys, checkpoint, events, signers, replay: replayed(events), bundle };
};

/** One event in one text. */
const verifiedProof = (
  text: string,
  key: NoteVerifier | null,
  policy: Policy | null,
  statements: string | undefined,
): Found => {
  const served = statements === undefined ? '' : contentOf(statements).toString();
  try {
    const { index, path, checkpoint: note, extra } = parseTlogProof(text);
    if (extra === undefined) throw new Differs('The proof has no event: it has no extra line.');
    const event = readOpening(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(extra)));
    const named = `${event.stream}@${event.revision}`;
    if (event.leaf !== undefined && event.leaf !== index)
      throw new Differs(
        `The event ${named} says that it is leaf ${event.leaf}, and the proof is of leaf ${index}.`,
      );
    const keys = key === null ? null : keysFrom(key, served);
    const checkpoint = keys === null ? unsigned(note) : openCheckpoint(note, keys, witnessKeys(policy));
    const { size, root } = checkpoint;
    if (!verifyInclusion({ leaf: leafHash(event.entry), index, size, root, path }))
      throw new Differs(`The event ${named} (leaf ${index}) is not what was signed.`);
    return {
      ...{ keys, checkpoint, events: [{ ...event, leaf: index }], signers: signersNamed(note) },
      ...{ replay: null, bundle: null },
    };
  } catch (error) {
    if (error instanceof Differs || !(error instanceof Error)) throw error;
    throw new Differs(`The proof is not as it was signed: ${error.message}`, { cause: error });
  }
};

const unsigned = (note: string): OpenedCheckpoint => {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  return { ...parseCheckpoint(text), signedBy: [] };
};

const tell = (
  file: string,
  found: Found & { readonly witnesses: readonly WitnessSeen[] },
  key: NoteVerifier | null,
  json: boolean,
  terminal: Terminal,
): void => {
  const { checkpoint, events, replay, bundle, signers, witnesses } = found;
  const keptBack = events.reduce((sum, event) => sum + event.keptBack, 0);
  const root = Buffer.from(checkpoint.root).toString('base64');
  if (json) {
    for (const { leaf, stream, revision, type, recordedAt, keptBack: kept } of events)
      terminal.json({
        ...{ leaf, stream, revision, type, recordedAt, keptBack: kept },
        status: replay?.statuses.get(leaf) ?? null,
      });
    terminal.json({
      ...{ file, origin: checkpoint.origin, size: checkpoint.size, rootHash: root, signers, witnesses },
      ...{ trusted: key !== null, events: events.length, keptBack },
      ...(bundle !== null && { complete: bundle.manifest.complete, audience: bundle.manifest.audience }),
      ...(replay !== null && { replayed: replay.whole.length, inPart: replay.inPart.length }),
    });
    return;
  }
  const { paint } = terminal;
  for (const { leaf, stream, revision, type, recordedAt, keptBack: kept } of events) {
    const status = replay?.statuses.get(leaf);
    terminal.out(
      [
        `leaf ${leaf}  ${recordedAt}  ${stream}@${revision}  ${paint.strong(type)}`,
        ...(status === undefined || status === null ? [] : [status]),
        ...(kept === 0 ? [] : [paint.faint(`${kept} parts kept back`)]),
      ].join('  '),
    );
  }
  terminal.out([
    `in the tree of ${checkpoint.origin} with ${checkpoint.size} leaves: events ${events.length}, root ${root}`,
    ...(bundle === null ? [] : wordsOf(bundle, keptBack)),
    ...(replay === null || replay.whole.length === 0
      ? []
      : [`replayed, from the first event to the last: ${replay.whole.length} of the pledges`]),
    ...(replay === null || replay.inPart.length === 0
      ? []
      : [`not replayed, since they are shown in part: ${replay.inPart.length} of the pledges`]),
    ...(witnesses.length === 0 ? [] : [`signed by witnesses, too: ${witnessWords(witnesses)}`]),
    ...(key === null ? [] : [paint.good(`all of it is as ${key.name}+${key.keyId} has signed it`)]),
  ]);
};

const wordsOf = ({ manifest }: VerifiedBundle, keptBack: number): readonly string[] => {
  const { audience, exportedAt, complete } = manifest;
  const who = audience.state === null ? audience.role : `${audience.role} ${audience.state}`;
  return [
    `exported ${exportedAt} for ${who}, ${complete ? 'and complete, as the log has signed' : 'which may be a part of what there is'}; parts kept back: ${keptBack}`,
  ];
};

const contentOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(EXIT.usage, `${file} cannot be read: ${(error as Error).message}`);
  }
};
