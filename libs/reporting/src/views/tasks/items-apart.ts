/**
 * The items of a pledge's lists that changed, apart from those that are as they were. A pledge may have thousands of questions that wait,
 * and each event touches one of them: what follows from the others is neither made nor read again. Decision 101.
 *
 * Limits: items and fields are told apart by identity, as in the store of long lists, so that what was read anew is made anew.
 */
import type { Pledge } from '@pledgeline/pledge';
import type { RegisterRow } from '../register/register-row.ts';
import { lookedAt } from './what-items-look-at.data.ts';

type Lists = Pick<
  Pledge,
  | 'clarifications'
  | 'supportRequests'
  | 'conditions'
  | 'caveats'
  | 'assessments'
  | 'corrections'
  | 'annulments'
  | 'acts'
>;
type OwnLists = Pick<NonNullable<Pledge['implementation']>, 'milestones' | 'evidence'>;

const NO_ITEMS: Lists = {
  clarifications: [],
  supportRequests: [],
  conditions: [],
  caveats: [],
  assessments: [],
  corrections: [],
  annulments: [],
  acts: [],
};
const NO_OWN_ITEMS: OwnLists = { milestones: [], evidence: [] };

const LISTS = Object.keys(NO_ITEMS) as readonly (keyof Lists)[];
const OWN_LISTS = Object.keys(NO_OWN_ITEMS) as readonly (keyof OwnLists)[];
const AS_ONE = (Object.keys(lookedAt) as readonly (keyof Pledge)[]).filter(
  (name) => lookedAt[name] === 'AS_ONE',
);

export const hasItems = ({ pledge }: RegisterRow): boolean =>
  LISTS.some((name) => pledge[name].length > 0) ||
  OWN_LISTS.some((name) => (pledge.implementation?.[name].length ?? 0) > 0);

/**
 * The row before and the row after, each with those items alone that the other has not.
 * @returns null where something else changed on which tasks of items depend: those of all items then have to be made anew.
 */
export const itemsApart = (
  before: RegisterRow,
  after: RegisterRow,
): readonly [RegisterRow, RegisterRow] | null => {
  if (!isElseAlike(before, after)) return null;
  const [gone, come] = differing(LISTS, before.pledge, after.pledge);
  const [ownBefore, ownAfter] = [before.pledge.implementation, after.pledge.implementation];
  const [ownGone, ownCome] = differing(OWN_LISTS, ownBefore ?? NO_OWN_ITEMS, ownAfter ?? NO_OWN_ITEMS);
  return [withItems(before, gone, ownGone), withItems(after, come, ownCome)];
};

const isElseAlike = (before: RegisterRow, after: RegisterRow): boolean => {
  const [own, ownAfter] = [before.pledge.implementation, after.pledge.implementation];
  return (
    before.statusSince === after.statusSince &&
    before.firstRecordedAt === after.firstRecordedAt &&
    AS_ONE.every((name) => before.pledge[name] === after.pledge[name]) &&
    own?.implementingBody === ownAfter?.implementingBody &&
    own?.startedOn === ownAfter?.startedOn
  );
};

/** Of lists by name: the items of the one that the other has not, and the other way round. */
const differing = <Name extends string, Of extends Readonly<Record<Name, readonly object[]>>>(
  names: readonly Name[],
  before: Of,
  after: Of,
): readonly [Partial<Of>, Partial<Of>] => {
  const [gone, come]: [Partial<Record<Name, readonly object[]>>, Partial<Record<Name, readonly object[]>>] = [
    {},
    {},
  ];
  for (const name of names) [gone[name], come[name]] = onlyInOne(before[name], after[name]);
  return [gone as Partial<Of>, come as Partial<Of>];
};

/** Most events add one at the end, or put another in the place of one: what is alike at both ends is passed over first. */
const onlyInOne = (
  before: readonly object[],
  after: readonly object[],
): readonly [readonly object[], readonly object[]] => {
  if (before === after) return [[], []];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let [end, endAfter] = [before.length, after.length];
  while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) {
    end -= 1;
    endAfter -= 1;
  }
  const [was, is] = [before.slice(start, end), after.slice(start, endAfter)];
  const [inBefore, inAfter] = [new Set(was), new Set(is)];
  return [was.filter((item) => !inAfter.has(item)), is.filter((item) => !inBefore.has(item))];
};

const withItems = (row: RegisterRow, items: Partial<Lists>, own: Partial<OwnLists>): RegisterRow => {
  const { implementation } = row.pledge;
  const asked = new Set(items.clarifications?.map(({ clarificationId }) => clarificationId));
  return {
    ...row,
    asked: asked.size === 0 ? [] : row.asked.filter(({ clarificationId }) => asked.has(clarificationId)),
    pledge: { ...row.pledge, ...items, implementation: implementation && { ...implementation, ...own } },
  };
};
