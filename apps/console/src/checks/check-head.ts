/** Whether a checkpoint is signed by the key that is trusted here, and goes on from the one that this browser saw before. */
import {
  consistencyCheck,
  ED25519,
  hashOfBase64,
  hexOf,
  KEY_ID_DIGITS,
  keyIdContent,
  keyPartsOf,
  keyStatementsIn,
  parseCheckpoint,
  parseKeyStatement,
  partsOfNote,
  Refused,
} from '@pledgeline/transparency/checks';
import type { Checkpoint } from '@pledgeline/transparency/checks';
import { ask } from '../server/api.ts';
import { keepLog, knownLog } from './known-log.ts';
import type { KnownLog } from './known-log.ts';
import { DoesNotFit } from './misfit.ts';
import type { MisfitKind } from './misfit.ts';
import { hashedByBrowser, isSignature, sha256 } from './web-crypto.ts';

export interface HeadChecked extends Pick<KnownLog, 'key' | 'keyFrom' | 'isHandedOver'> {
  readonly head: Checkpoint;
  /**
   * `first`: there was none before, so nothing was compared. `same`, `goesOn`: what was seen before is proved to be its beginning.
   * `behind`: it has fewer leaves than what was seen before, which an instance may have for a moment, and nothing was compared.
   */
  readonly since: 'first' | 'same' | 'goesOn' | 'behind';
  /** Leaves of the checkpoint that was seen before; null where there was none. */
  readonly sizeBefore: number | null;
}

/**
 * What fits is kept as the newest that was seen; what does not fit leaves what was seen before as it is, since that is the evidence.
 * @param note the signed checkpoint.
 * @throws {DoesNotFit}
 */
export const checkHead = async (note: string): Promise<HeadChecked> => {
  const known = knownLog() ?? (await asShownFirst());
  const key = await keyThatSigned(note, known.key);
  const head = await openedHead(note, key);
  const isNext = key !== known.key;
  const trusted = { key, keyFrom: known.keyFrom, isHandedOver: known.isHandedOver || isNext };
  if (known.checkpoint === null) {
    keepLog({ ...trusted, checkpoint: note });
    return { ...trusted, head, since: 'first', sizeBefore: null };
  }
  const before = await openedHead(known.checkpoint, known.key);
  const since = await sinceThen(before, head);
  if (since === 'goesOn' || (since === 'same' && isNext)) keepLog({ ...trusted, checkpoint: note });
  return { ...trusted, head, since, sizeBefore: before.size };
};

/** The trusted key, or the last one that it has handed over to, where it has not signed itself. */
const keyThatSigned = async (note: string, trusted: string): Promise<string> => {
  if (signatureOf(await keyOf(trusted), partsIn(note)) !== undefined) return trusted;
  const answer = await fetch('/proof/keys');
  if (!answer.ok) return trusted;
  let last = trusted;
  for (const statement of await statementsIn(answer)) {
    const key = await keyOf(last);
    const parts = partsIn(statement, 'keyChange');
    const own = signatureOf(key, parts);
    if (own === undefined) continue;
    const { verifierKey } = orMisfit(() => parseKeyStatement(parts.text), 'keyChange');
    const next = await keyOf(verifierKey);
    if (next.name !== key.name || !(await isSignature(key.key, parts.text, own.signature)))
      throw new DoesNotFit('keyChange');
    last = verifierKey;
  }
  return last;
};

const statementsIn = async (answer: Response): Promise<readonly string[]> => {
  const served = await answer.text();
  return orMisfit(() => keyStatementsIn(served), 'keyChange');
};

const signatureOf = (
  { name, keyId }: Pick<NonNullable<ReturnType<typeof keyPartsOf>>, 'name' | 'keyId'>,
  { signatures }: ReturnType<typeof partsOfNote>,
) => signatures.find((one) => one.name === name && one.keyId === keyId);

/** The key by which a browser that knows none goes: the server's own word. */
const asShownFirst = async (): Promise<KnownLog> => {
  const { body } = await ask('/proof/log', {});
  return { key: body.verifierKeys[0] ?? '', keyFrom: 'server', isHandedOver: false, checkpoint: null };
};

/** @throws {DoesNotFit} where the key has not signed it. */
const openedHead = async (note: string, verifierKey: string): Promise<Checkpoint> => {
  const { name, keyId, key } = await keyOf(verifierKey);
  const { text, signatures } = partsIn(note);
  const own = signatureOf({ name, keyId }, { text, signatures });
  if (own === undefined) throw new DoesNotFit('unsigned', signatures.map((one) => one.name).join(', '));
  if (!(await isSignature(key, text, own.signature))) throw new DoesNotFit('signature', name);
  const head = checkpointIn(text);
  if (head.origin !== name) throw new DoesNotFit('otherLog', head.origin);
  return head;
};

/** @throws {DoesNotFit} for what is not the key of a log, also where its id is not of it. */
export const keyOf = async (verifierKey: string): Promise<NonNullable<ReturnType<typeof keyPartsOf>>> => {
  const parts = keyPartsOf(verifierKey);
  if (parts?.type !== ED25519) throw new DoesNotFit('key');
  const id = hexOf(await sha256(keyIdContent(parts.name, parts.type, parts.key)));
  if (!id.startsWith(parts.keyId) || parts.keyId.length !== KEY_ID_DIGITS) throw new DoesNotFit('key');
  return parts;
};

const partsIn = (note: string, kind: MisfitKind = 'checkpoint'): ReturnType<typeof partsOfNote> =>
  orMisfit(() => partsOfNote(note), kind);
const checkpointIn = (text: string): Checkpoint => orMisfit(() => parseCheckpoint(text));

const orMisfit = <A>(read: () => A, kind: MisfitKind = 'checkpoint'): A => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refused ? new DoesNotFit(kind, error.message) : error;
  }
};

const sinceThen = async (before: Checkpoint, head: Checkpoint): Promise<HeadChecked['since']> => {
  if (before.size === head.size) {
    if (hexOf(before.root) !== hexOf(head.root)) throw new DoesNotFit('fork');
    return 'same';
  }
  if (before.size > head.size) return 'behind';
  const { body } = await ask('/proof/consistency', { query: { from: before.size, to: head.size } });
  const path = body.path.map((hash) => hashOfBase64(hash));
  const isWhole = path.every((hash) => hash !== undefined);
  const goesOn =
    isWhole &&
    (await hashedByBrowser(
      consistencyCheck({
        ...{ from: before.size, to: head.size, fromRoot: before.root, toRoot: head.root },
        path,
      }),
    ));
  if (!goesOn) throw new DoesNotFit('consistency');
  return 'goesOn';
};
