/** Proves the history of a pledge, as much of it as its reader may see. It reads the log itself, so that it is never behind. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import { Rejected, StoreUnavailable, type RecordedEvent } from '@pledgeline/event-sourcing';
import { tlogProofText } from '@pledgeline/transparency';
import type { OpenedLog, Opening } from '@pledgeline/transparency';
import type { KeptStreams } from '../../read-models/kept-streams.ts';
import type { Question, Sources } from '../../read-models/question.ts';
import { lifeOf } from '../pledge/life.ts';
import { proveEvent, type EventProof } from './event-proof.ts';
import { shownOf } from './openings-for.ts';
import type { PledgeProof } from './proof.schema.ts';
import { base64 } from './proofs.ts';
import { keptLog, signedRoot, signedTree } from './signed-tree.ts';

const DEFAULT_LIMIT = 100;
const AGAIN_AFTER_S = 1;
/** A proof takes half a millisecond in a log of 200,000 leaves: between these, others are answered. */
const YIELD_EVERY = 20;

interface AskedProof {
  readonly pledgeId: string;
  /** The first revision that is asked for; 0 when absent. */
  readonly from?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Events that the reader may not read are left out, and nothing counts them.
 * @throws {Rejected} PLEDGE_NOT_FOUND, PROOF_NOT_KEPT
 * @throws {StoreUnavailable} before the first head, and for what is not as it was signed.
 */
export const pledgeProof = async (
  { pledgeId, from = 0, limit = DEFAULT_LIMIT }: AskedProof,
  caller: Caller,
  { streams, proofs, signal }: Pick<Sources, 'streams' | 'proofs' | 'signal'>,
): Promise<PledgeProof> => {
  const log = keptLog(proofs());
  const readable = await readableBy(caller, streams, pledgeId, signal);
  const asked = readable.events.filter(({ revision }) => revision >= from);
  const page = asked.slice(0, limit);
  // After the events: what it covers then is as much as it can.
  const tree = signedTree(log);
  const items: PledgeProof['items'][number][] = [];
  const waiting: number[] = [];
  for (const [n, event] of page.entries()) {
    if (n > 0 && n % YIELD_EVERY === 0) {
      await yieldToEventLoop();
      signal.throwIfAborted();
    }
    const proof = proveEvent(tree, log.legacySecret, event, shownOf(event, caller, readable.concerned));
    if (proof === null) waiting.push(event.revision);
    else items.push(itemOf(event, proof));
  }
  return {
    pledgeId,
    checkpoint: tree.head.note,
    size: tree.head.size,
    rootHash: base64(signedRoot(tree)),
    signedAt: tree.head.signedAt,
    ...{ items, waiting },
    next: asked[limit]?.revision ?? null,
  };
};

const itemOf = ({ revision }: RecordedEvent, { leaf, path, opening }: EventProof) => ({
  ...{ revision, leaf, opening: { ...opening, units: opening.units.map((unit) => ({ ...unit })) } },
  path: path.map(base64),
});

/**
 * One event in the text that C2SP calls a tlog-proof; its extra line is the opening.
 * @throws {Rejected} EVENT_NOT_FOUND for an event that there is not, and for one that the caller may not read.
 * @throws {StoreUnavailable} also before a head covers it.
 */
export const eventProofText = async (
  log: OpenedLog,
  { pledgeId, revision }: { readonly pledgeId: string; readonly revision: number },
  caller: Caller,
  streams: KeptStreams,
  signal: AbortSignal,
): Promise<string> => {
  const { events, concerned } = await readableBy(caller, streams, pledgeId, signal);
  const event = events.find((one) => one.revision === revision);
  if (event === undefined)
    throw new Rejected(
      'missing',
      'EVENT_NOT_FOUND',
      `There is no event ${revision} of pledge ${pledgeId} that you may read.`,
      { pledgeId, revision },
    );
  const tree = signedTree(log);
  const proof = proveEvent(tree, log.legacySecret, event, shownOf(event, caller, concerned));
  if (proof === null)
    throw new StoreUnavailable('The event waits for the next checkpoint: ask again.', AGAIN_AFTER_S);
  const { leaf, path, opening } = proof;
  return tlogProofText({ index: leaf, path, checkpoint: tree.head.note, extra: bytesOf(opening) });
};

const bytesOf = (opening: Opening): Buffer => Buffer.from(JSON.stringify(opening));

const readableBy = async (caller: Caller, streams: KeptStreams, pledgeId: string, signal: AbortSignal) => {
  const { events, concerned } = await lifeOf(streams, pledgeId, signal);
  return { events: events.filter((event) => mayReadEvent(caller, event, concerned)), concerned };
};

export const getPledgeProof: Question<AskedProof> = {
  name: 'getPledgeProof',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async (asked, caller, sources) => ({ content: await pledgeProof(asked, caller, sources) }),
};

export const getEventProof: Question<{ readonly pledgeId: string; readonly revision: number }> = {
  name: 'getEventProof',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async (asked, caller, { streams, proofs, signal }) => ({
    content: await eventProofText(keptLog(proofs()), asked, caller, streams, signal),
    mediaType: 'text/plain; charset=utf-8',
  }),
};
