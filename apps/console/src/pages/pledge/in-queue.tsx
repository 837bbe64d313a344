/** Where in the queue this pledge was opened, and the way on: also after what was waited for is done and the task is gone. */
import { Link, useLocation, useSearch } from 'wouter';
import { queueAddress, queuePlaceIn, queueQuery, taskAddress } from '../../addresses/queue-search.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useAsked } from '../../server/api.ts';
import type { Parameters } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { say } from '../../words/words.ts';

type Query = NonNullable<Parameters<'/work-queue'>['query']>;

export const InQueue = () => {
  const place = queuePlaceIn(useSearch());
  const session = useSession();
  const [, navigate] = useLocation();
  const query = queueQuery(place?.queue ?? {}, session?.session?.caller.role ?? null) as unknown as Query;
  const asked = useAsked('/work-queue', { query }, { enabled: place !== null && session !== undefined });
  const items = asked.data?.body.items ?? [];
  const found = place === null ? -1 : items.findIndex(({ taskId }) => taskId === place.task);
  // A task that is done has left its place to the next one.
  const at = found >= 0 ? found : Math.min(place?.at ?? 0, items.length) - 1;
  const next = items[at + 1];
  const before = found > 0 ? items[found - 1] : undefined;
  const to = place !== null && next !== undefined ? taskAddress(next, at + 1, place.queue) : null;
  useKeys(to === null ? {} : { n: () => navigate(to) });
  if (place === null || asked.data === undefined) return null;
  const words = say().queue;
  return (
    <nav className="in-queue no-print" aria-label={words.title}>
      <Link href={queueAddress(place.queue)}>{words.back}</Link>
      {found >= 0 && <span className="meta">{words.position(found + 1, asked.data.body.total)}</span>}
      {before !== undefined && <Link href={taskAddress(before, found - 1, place.queue)}>{words.before}</Link>}
      {to !== null && (
        <Link href={to} className="next">
          {words.next}
        </Link>
      )}
    </nav>
  );
};
