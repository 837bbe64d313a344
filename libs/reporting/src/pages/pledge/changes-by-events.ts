/** What events changed of the page of their pledge, on the day each was recorded, as its reader of today may see it. */
import type { Caller } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { caveatsOnTheirOwn } from '../../views/register/caveats.ts';
import { changesOfPage } from './changes-of-page.ts';
import { shownTo, type Life, type Shown } from './life.ts';
import { ownPage } from './own-page.ts';
import type { FieldChanged } from './pledge-history.schema.ts';

type Changes = readonly FieldChanged[];

/** A pledge with fewer events costs less than what would be kept of it. */
const MANY = 200;

/** By the revisions of the events. What was worked out for readers who read alike is kept: what an event changed stays so. */
export const changesBy = async (
  events: readonly RecordedEvent[],
  life: Life,
  caller: Caller,
): Promise<ReadonlyMap<number, Changes>> => {
  const kept = life.kept('changes', () => new Map<string, Changes>());
  const reader = readerOf(caller, life);
  const missing = events.filter(({ revision }) => !kept.has(`${revision} ${reader}`));
  const rows = await life.after(missing.flatMap(({ revision }) => [revision - 1, revision]));
  for (const { revision, recordedAt } of missing) {
    const pageAfter = (at: number): object | null => {
      const row = rows.get(at);
      return row === undefined ? null : pageShown(shownTo(caller, row, life, recordedAt));
    };
    const after = pageAfter(revision);
    kept.set(`${revision} ${reader}`, after === null ? [] : changesOfPage(pageAfter(revision - 1), after));
  }
  const found = new Map(events.map(({ revision }) => [revision, kept.get(`${revision} ${reader}`) ?? []]));
  // For all readers together as many as there are events.
  const most = life.events.length < MANY ? 0 : life.events.length;
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return found;
};

/** All on which it depends what he sees of the past: who he is, whom the pledge concerns now, and who may read findings now. */
const readerOf = ({ role, state, body = null }: Caller, { concerned, now }: Life): string =>
  JSON.stringify([role, state, body, concerned, now?.pledge.findingsSharedWith]);

/** As much of the page as is compared. */
export const pageShown = ({ row, reader }: Shown): object => ({
  ...ownPage(row, reader),
  caveats: caveatsOnTheirOwn(row.pledge, reader.caller, reader.today),
});
