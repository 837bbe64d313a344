/** Whether an event is in the signed tree, and is what the page shows. Hashes are computed here; nothing that is closed is taken as checked. */
import {
  canonicalText,
  entryText,
  hashOfBase64,
  hexOf,
  inclusionCheck,
  leafContent,
  openedUnits,
  Refused,
  saltedText,
} from '@pledgeline/transparency/checks';
import type { Checkpoint, OpenedUnits } from '@pledgeline/transparency/checks';
import type { Answer } from '../server/api.ts';
import { DoesNotFit } from './misfit.ts';
import { hashedByBrowser, sha256 } from './web-crypto.ts';

export type ProvedEvent = Answer<'/pledges/{pledgeId}/proof'>['items'][number];
export type ShownEvent = Answer<'/pledges/{pledgeId}/history'>['items'][number];

export interface EventChecked {
  readonly revision: number;
  /** Its parts that are closed to this reader: their digests were taken as given. */
  readonly keptBack: number;
  /** Whether it was compared with the page: `notShown` where the page has not loaded it. */
  readonly compared: 'whole' | 'notShown';
  /** Fields that the page shows, and that the opening does not prove to this reader. */
  readonly shownUnproved: readonly string[];
}

/**
 * @param stream that the event must be of.
 * @param shown the same event as the page shows it; undefined where it does not.
 * @throws {DoesNotFit}
 */
export const checkEvent = async (
  item: ProvedEvent,
  head: Checkpoint,
  stream: string,
  shown: ShownEvent | undefined,
): Promise<EventChecked> => {
  const opened = openedIn(item.opening);
  await mustBeUnderRoot(opened, item, head);
  if (opened.stream !== stream || opened.revision !== item.revision || opened.leaf !== item.leaf)
    throw new DoesNotFit('otherEvent', `${opened.stream}@${opened.revision}`);
  const { revision, keptBack } = opened;
  if (shown === undefined) return { revision, keptBack, compared: 'notShown', shownUnproved: [] };
  return { revision, keptBack, ...comparedWith(opened, shown) };
};

const openedIn = (opening: unknown): OpenedUnits => {
  try {
    return openedUnits(opening);
  } catch (error) {
    throw error instanceof Refused ? new DoesNotFit('opening', error.message) : error;
  }
};

const mustBeUnderRoot = async (
  { units }: OpenedUnits,
  { leaf: index, path }: ProvedEvent,
  { size, root }: Checkpoint,
): Promise<void> => {
  const digests = await Promise.all(
    units.map(async (unit) => ('digest' in unit ? unit.digest : hexOf(await sha256(saltedText(unit))))),
  );
  const leaf = await sha256(leafContent(await sha256(entryText(digests))));
  const hashes = path.map((hash) => hashOfBase64(hash));
  const isThere =
    hashes.every((hash) => hash !== undefined) &&
    (await hashedByBrowser(inclusionCheck({ leaf, index, size, root, path: hashes })));
  if (!isThere) throw new DoesNotFit('path');
};

/** A history shows each event in the version in which it was signed. Metadata that it shows nobody is not compared: it stands on no page. */
const comparedWith = (
  opened: OpenedUnits,
  shown: ShownEvent,
): Pick<EventChecked, 'compared' | 'shownUnproved'> => {
  for (const name of ['id', 'type', 'schemaVersion', 'recordedAt', 'stream', 'revision'] as const)
    mustBeAlike(name, opened[name], shown[name]);
  mustBeAlikeIn(opened.metadata, shown.metadata);
  for (const [name, value] of Object.entries(opened.data)) mustBeAlike(name, value, shown.data[name]);
  const more = Object.keys(shown.data).filter(
    (name) => !Object.hasOwn(opened.data, name) && says(shown.data[name]),
  );
  // Nothing is closed, so that nothing else can have been signed.
  if (opened.keptBack === 0 && more.length > 0) throw new DoesNotFit('shown', more.join(', '));
  return { compared: 'whole', shownUnproved: more };
};

const mustBeAlikeIn = (proved: Readonly<Record<string, unknown>>, shown: object): void => {
  const members = shown as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(proved))
    if (Object.hasOwn(members, name)) mustBeAlike(name, value, members[name]);
};

const mustBeAlike = (name: string, proved: unknown, shown: unknown): void => {
  if (canonicalText(proved) !== canonicalText(shown ?? null)) throw new DoesNotFit('shown', name);
};

/** What is closed to a reader is shown to him as nothing, and a list as an empty one. */
const says = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
