/** Which promises have a newer one in their place: accountability page, section 3. */
import { announcedLater, type Pledge } from '@pledgeline/pledge';
import type { Views } from '@pledgeline/event-sourcing';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { RegisterRow } from '../views/register/register-row.ts';

/** What is to be known of every figure that counts the newest alone. */
export const NEWEST = 'of promises that renew or update one another the newest counts';

/**
 * Whether a pledge is the newest of its line. A newer one replaces it whatever became of the older, and whatever else the
 * question leaves out; parts of a split are replaced with the whole.
 * @param counts which newer pledges replace an older one.
 */
export const newestAmong = async (
  views: Views,
  counts: (row: RegisterRow) => boolean,
): Promise<(row: RegisterRow) => boolean> => {
  const newer = await renewalsIn(views);
  const isReplaced = (pledgeId: string, seen: readonly string[] = []): boolean =>
    !seen.includes(pledgeId) &&
    (newer.get(pledgeId) ?? []).some(
      (row) => goesOn(row) || counts(row) || isReplaced(row.pledge.pledgeId, [...seen, pledgeId]),
    );
  return ({ pledge }) => {
    const beside = newer.get(pledge.announcement?.renews ?? '') ?? [];
    return (
      !wholesOf(pledge).some((pledgeId) => isReplaced(pledgeId)) &&
      !beside.some((row) => counts(row) && announcedLater(row.pledge, pledge))
    );
  };
};

/** By the pledge that they renew or update. */
const renewalsIn = async (views: Views): Promise<ReadonlyMap<string, readonly RegisterRow[]>> => {
  const newer = new Map<string, RegisterRow[]>();
  for await (const page of pagesOfPledges(views, { renews: { from: '' } }))
    for (const { row } of page) {
      const older = row.pledge.announcement?.renews ?? '';
      newer.set(older, [...(newer.get(older) ?? []), row]);
    }
  return newer;
};

/** In a joint pledge, which counts in its place. */
const goesOn = ({ pledge }: RegisterRow): boolean => pledge.status === 'MERGED';

const wholesOf = ({ pledgeId, lineage }: Pledge): readonly string[] => [
  pledgeId,
  ...(lineage?.kind === 'SPLIT' ? lineage.parents : []),
];
