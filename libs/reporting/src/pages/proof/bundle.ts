/** What is handed to an auditor: the events that he may read, proved, in one signed archive that is checked offline. */
import { eventContract, isKnown, readsAll, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { rules } from '@pledgeline/pledge';
import {
  bundlePieces,
  inclusionPath,
  rememberedNodes,
  type BundledEvent,
  type BundleFile,
} from '@pledgeline/transparency';
import { eachOf, type OneOrMore } from '../../answers/one-or-more.ts';
import type { Export, Sources } from '../../read-models/question.ts';
import { pledgesWhere } from '../../views/register/pledge-filters.ts';
import { PLEDGE_REGISTER } from '../../views/register/register-row.ts';
import { bundleReadme } from './bundle-readme.ts';
import { bundleReport } from './bundle-report.ts';
import { proofAt } from './event-proof.ts';
import { everyLeaf, turn, type EventAtLeaf } from './every-leaf.ts';
import { leavesOfPledges, MOST_PLEDGES } from './leaves-of-pledges.ts';
import { shownOf } from './openings-for.ts';
import { consistencyProof } from './proofs.ts';
import { keptLog, signedRoot, signedTree, type SignedTree } from './signed-tree.ts';

export interface AskedBundle {
  /** Ids of pledges. */
  readonly pledge?: OneOrMore;
  /** Pledges by a code, or `none`. */
  readonly conference?: string | undefined;
  /** Pledges of a state, by its code or any of its names. */
  readonly memberState?: string | undefined;
  /** Every event of the store, for readers of all. */
  readonly all?: 'true' | undefined;
  /** Leaves of an older tree that this one is to be proved to go on from. */
  readonly since?: number | undefined;
}

/** So many `audit verify` can read: it takes them as one text, of which Node holds 512 MB; the archive stays far below its own four gigabytes. */
const MOST_EVENTS = 200_000;
const MOST_FOR_STRANGERS = 2000;
const YIELD_EVERY = 20;

type BundleSources = Pick<Sources, 'contexts' | 'inCodes' | 'store' | 'proofs' | 'signal' | 'now'>;

interface Chosen extends EventAtLeaf {
  readonly concerned?: readonly string[];
}

/** Called for each time that the events are gone through. */
type Pages = () => AsyncIterable<readonly Chosen[]>;

/**
 * The archive, piece by piece, made as it is read.
 * @throws {Rejected} for nothing or too much that is asked for, PLEDGE_NOT_FOUND, PROOF_NOT_KEPT
 * @throws {StoreUnavailable} as a proof of one event; also while it is read.
 */
export const bundle = async (
  asked: AskedBundle,
  caller: Caller,
  sources: BundleSources,
): Promise<AsyncIterable<Uint8Array>> => {
  const { signal, now: exportedAt } = sources;
  const log = keptLog(sources.proofs());
  const signed = signedTree(log);
  const tree = { ...signed, nodes: rememberedNodes(signed.nodes) };
  const { size, note: checkpoint } = tree.head;
  mustBeSigned(asked.since, size);
  const pages = await chosenBy(asked, caller, sources, tree);
  const root = signedRoot(tree);
  const audience = { role: caller.role, state: caller.state };
  const of = { origin: log.origin, treeSize: size, exportedAt, audience };
  const [types, ruleSets] = [new Set<string>(), new Set<string>()];

  async function* opened(): AsyncGenerator<readonly BundledEvent[]> {
    for await (const page of pages()) {
      const events: BundledEvent[] = [];
      for (const [n, { event, leaf, concerned = [] }] of page.entries()) {
        if (n > 0 && n % YIELD_EVERY === 0) await turn(signal);
        const isShown = shownOf(event, caller, concerned);
        const { opening } = proofAt(tree, log.legacySecret, event, leaf, isShown);
        events.push({ stream: event.stream, revision: event.revision, opening });
        types.add(event.type);
        if (event.metadata.ruleSet !== null) ruleSets.add(event.metadata.ruleSet);
      }
      yield events;
    }
  }

  return bundlePieces({
    ...{ ...of, checkpoint, root, audienceReadsAll: readsAll(caller) },
    events: opened(),
    pathOf: (leaf) => inclusionPath(tree.nodes, leaf, size),
    others: (streams) => [
      ...readWith(types, ruleSets),
      ...(asked.since === undefined
        ? []
        : [fileOf('consistency.json', json(consistencyProof(tree, { from: asked.since })))]),
      ...(log.keyStatements === '' ? [] : [fileOf('keys', log.keyStatements)]),
      { path: 'report.html', text: bundleReport(of, streams, opened) },
      fileOf('README.txt', bundleReadme(of)),
    ],
    signers: log.bundleSigners(),
    turn: () => turn(signal),
  });
};

const mustBeSigned = (since: number | undefined, size: number): void => {
  if (since !== undefined && since > size)
    throw new Rejected(
      'invalid',
      'BEYOND_THE_TREE',
      `The newest signed tree has ${size} leaves, and not ${since}.`,
      { field: 'since' },
    );
};

const chosenBy = async (
  { pledge, conference, memberState, all }: AskedBundle,
  caller: Caller,
  sources: BundleSources,
  tree: SignedTree,
): Promise<Pages> => {
  const { contexts, inCodes, store, signal } = sources;
  const named = [...new Set(eachOf(pledge))];
  const isFiltered = conference !== undefined || memberState !== undefined;
  if ([named.length > 0, isFiltered, all !== undefined].filter(Boolean).length !== 1)
    throw new Rejected(
      'invalid',
      'BUNDLE_OF_NOTHING',
      'Name pledges, or a conference or a state or both, or all=true: one of these three.',
      { field: 'pledge' },
    );
  if (all !== undefined) {
    if (!readsAll(caller))
      throw new Rejected('forbidden', 'FORBIDDEN', 'All events are for those who may read all of them.', {
        field: 'all',
      });
    const to = tree.head.size;
    mustNotBeTooLarge(to, caller, 'all');
    return () => everyLeaf(tree, store, { from: 0, to }, signal);
  }
  const field = named.length > 0 ? 'pledge' : conference === undefined ? 'memberState' : 'conference';
  const ids = isFiltered
    ? await contexts.ask(
        {},
        caller,
        async ({ views }) => {
          const where = await pledgesWhere(views, await inCodes(views, { conference, memberState }));
          return views.keys(PLEDGE_REGISTER, { where, limit: MOST_PLEDGES });
        },
        signal,
      )
    : named;
  const { pages } = await leavesOfPledges(ids, caller, sources, tree, (events) =>
    mustNotBeTooLarge(events, caller, field),
  );
  return pages;
};

const mustNotBeTooLarge = (count: number, { role }: Caller, field: string): void => {
  const limit = role === 'PUBLIC' ? MOST_FOR_STRANGERS : MOST_EVENTS;
  if (count > limit)
    throw new Rejected(
      'invalid',
      'BUNDLE_TOO_LARGE',
      `A bundle has at most ${limit.toLocaleString('en-US')} events: ask for fewer pledges.`,
      { field, limit },
    );
};

/** What the events are read by: the newest schema of each type, to which older versions are brought first, and the rules they name. */
const readWith = (types: ReadonlySet<string>, ruleSets: ReadonlySet<string>): readonly BundleFile[] => {
  const named = [...ruleSets].sort().flatMap((name) => rules.named(name) ?? []);
  return [
    ...[...types]
      .filter((type) => isKnown(type, 1))
      .sort()
      .map((type) => {
        const { schemaVersion, data } = eventContract(type);
        return fileOf(`schemas/${type}.${schemaVersion}.json`, json(data));
      }),
    ...named.map((set) => fileOf(`rules/${set.name}.json`, json(set))),
  ];
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const fileOf = (path: string, text: string): BundleFile => ({ path, text: [text] });

export const exportBundle: Export<AskedBundle> = {
  name: 'exportBundle',
  answer: async (asked, caller, sources) => ({
    mediaType: 'application/zip',
    fileName: 'pledgeline-bundle.zip',
    pieces: await bundle(asked, caller, sources),
  }),
};
