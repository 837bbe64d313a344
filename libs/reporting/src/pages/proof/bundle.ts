/** What is handed to an auditor: the events that he may read, proved, in one signed archive that is checked offline. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { eventContract, isKnown, mayReadEvent, readsAll, type Caller } from '@pledgeline/contracts';
import { isOurs, Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { rules } from '@pledgeline/pledge';
import { bundleOf, type BundledEvent } from '@pledgeline/transparency';
import { eachOf, type OneOrMore } from '../../answers/one-or-more.ts';
import type { Question, Sources } from '../../read-models/question.ts';
import { lifeOf } from '../pledge/life.ts';
import { bundleReadme } from './bundle-readme.ts';
import { bundleReport } from './bundle-report.ts';
import { proveEvent } from './event-proof.ts';
import { shownOf } from './openings-for.ts';
import { consistencyProof } from './proofs.ts';
import { keptLog, signedRoot, signedTree, type SignedTree } from './signed-tree.ts';

export interface AskedBundle {
  /** Ids of pledges. */
  readonly pledge?: OneOrMore;
  /** Every event of the store, for readers of all. */
  readonly all?: 'true' | undefined;
  /** Leaves of an older tree that this one is to be proved to go on from. */
  readonly since?: number | undefined;
}

/** The archive is made in the memory of the thread that answers questions: 5,000 events are more than half of what it has. */
const MOST_EVENTS = 4000;
const MOST_FOR_STRANGERS = 2000;
const YIELD_EVERY = 200;
const PAGE = 1000;

/** Whether a part of an event, by its place, is for who asked. */
type Shown = (event: RecordedEvent) => (unit: number) => boolean;

interface Chosen {
  readonly event: RecordedEvent;
  readonly shown: Shown;
}

/**
 * @throws {Rejected} for nothing or too much that is asked for, PLEDGE_NOT_FOUND, PROOF_NOT_KEPT
 * @throws {StoreUnavailable} as a proof of one event.
 */
export const bundle = async (
  asked: AskedBundle,
  caller: Caller,
  sources: Pick<Sources, 'streams' | 'store' | 'proofs' | 'signal' | 'now'>,
): Promise<Uint8Array> => {
  const log = keptLog(sources.proofs());
  const tree = signedTree(log);
  if (asked.since !== undefined && asked.since > tree.head.size)
    throw new Rejected(
      'invalid',
      'BEYOND_THE_TREE',
      `The newest signed tree has ${tree.head.size} leaves, and not ${asked.since}.`,
      { field: 'since' },
    );
  const chosen = await chosenBy(asked, caller, sources, tree);
  const events: BundledEvent[] = [];
  for (const { event, shown } of chosen) {
    const proof = proveEvent(tree, log.legacySecret, event, shown(event));
    if (proof !== null) events.push({ stream: event.stream, revision: event.revision, ...proof });
    if (events.length % YIELD_EVERY === 0) await turn(sources.signal);
  }
  events.sort((one, other) => one.opening.leaf - other.opening.leaf);
  const audience = { role: caller.role, state: caller.state };
  const of = { origin: log.origin, treeSize: tree.head.size, exportedAt: sources.now, audience };
  return bundleOf({
    ...of,
    checkpoint: tree.head.note,
    root: signedRoot(tree),
    audienceReadsAll: readsAll(caller),
    events,
    others: new Map([
      ...readWith(chosen.map(({ event }) => event)),
      ...(asked.since === undefined
        ? []
        : [['consistency.json', json(consistencyProof(tree, { from: asked.since }))] as const]),
      ...(log.keyStatements === '' ? [] : [['keys', log.keyStatements] as const]),
      ['report.html', bundleReport(of, events)],
      ['README.txt', bundleReadme(of)],
    ]),
    signers: log.bundleSigners(),
  });
};

const turn = async (signal: AbortSignal): Promise<void> => {
  await yieldToEventLoop();
  signal.throwIfAborted();
};

const chosenBy = async (
  { pledge, all }: AskedBundle,
  caller: Caller,
  { streams, store, signal }: Pick<Sources, 'streams' | 'store' | 'signal'>,
  tree: SignedTree,
): Promise<readonly Chosen[]> => {
  const ids = [...new Set(eachOf(pledge))];
  if ((ids.length === 0) === (all === undefined))
    throw new Rejected('invalid', 'BUNDLE_OF_NOTHING', 'Name pledges, or all=true, and not both.', {
      field: 'pledge',
    });
  const chosen: Chosen[] = [];
  const add = (events: readonly RecordedEvent[], concerned: readonly string[]): void => {
    const shown: Shown = (event) => shownOf(event, caller, concerned);
    for (const event of events) if (mayReadEvent(caller, event, concerned)) chosen.push({ event, shown });
    mustNotBeTooLarge(chosen.length, caller);
  };
  for (const id of ids) {
    const { events, concerned } = await lifeOf(streams, id, signal);
    add(events, concerned);
  }
  if (all === undefined) return chosen;
  if (!readsAll(caller))
    throw new Rejected('forbidden', 'FORBIDDEN', 'All events are for those who may read all of them.', {});
  mustNotBeTooLarge(tree.head.size, caller);
  for (let after: string | undefined; ;) {
    const page = await store.readAll({ after, limit: PAGE });
    add(page.filter(isOurs), []);
    after = page.at(-1)?.position;
    if (page.length < PAGE) return chosen;
    await turn(signal);
  }
};

const mustNotBeTooLarge = (count: number, { role }: Caller): void => {
  const limit = role === 'PUBLIC' ? MOST_FOR_STRANGERS : MOST_EVENTS;
  if (count > limit)
    throw new Rejected(
      'invalid',
      'BUNDLE_TOO_LARGE',
      `A bundle has at most ${limit.toLocaleString('en-US')} events: ask for fewer pledges.`,
      { field: 'pledge', limit },
    );
};

/** What the events are read by: the newest schema of each type, to which older versions are brought first, and the rules they name. */
const readWith = (events: readonly RecordedEvent[]): (readonly [string, string])[] => {
  const types = [...new Set(events.map(({ type }) => type))].filter((type) => isKnown(type, 1)).sort();
  const named = [...new Set(events.map(({ metadata }) => metadata.ruleSet))]
    .flatMap((name) => (name === null ? [] : (rules.named(name) ?? [])))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return [
    ...types.map((type) => {
      const { schemaVersion, data } = eventContract(type);
      return [`schemas/${type}.${schemaVersion}.json`, json(data)] as const;
    }),
    ...named.map((set) => [`rules/${set.name}.json`, json(set)] as const),
  ];
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const exportBundle: Question<AskedBundle> = {
  name: 'exportBundle',
  // One at a time: two would need more memory than there is.
  cost: 'PAST',
  isOfTheLog: true,
  answer: async (asked, caller, sources) => ({
    content: await bundle(asked, caller, sources),
    mediaType: 'application/zip',
    fileName: 'pledgeline-bundle.zip',
  }),
};
