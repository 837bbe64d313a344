/** Where in the queue this pledge was opened, and the way on: also after what was waited for is done and the task is gone. */
import { Link, useLocation, useSearch } from 'wouter';
import { queueAddress, queuePlaceIn, queueQuery, taskAddress } from '../../addresses/queue-search.ts';
import type { QueuePlace } from '../../addresses/queue-search.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useAsked } from '../../server/api.ts';
import type { Answer, Parameters } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { say } from '../../words/words.ts';

type Query = NonNullable<Parameters<'/work-queue'>['query']>;
type Task = Answer<'/work-queue'>['items'][number];

export interface Neighbours {
  /** Of the queue that the page was opened from; null where it was not, or nobody knows it yet. */
  readonly place: QueuePlace | null;
  /** From 0; -1 once the task is done, and has left its place to the next one. */
  readonly found: number;
  readonly total: number;
  /** Acts that end the wait and are recorded elsewhere than on the pledge, such as a visit; none where the wait is not the reader's. */
  readonly elsewhere: Task['next'];
  readonly before: string | null;
  readonly next: string | null;
}

export const useNeighbours = (): Neighbours => {
  const place = queuePlaceIn(useSearch());
  const session = useSession();
  const query = queueQuery(place?.queue ?? {}, session?.session?.caller.role ?? null) as unknown as Query;
  const asked = useAsked('/work-queue', { query }, { enabled: place !== null && session !== undefined });
  if (place === null || asked.data === undefined)
    return { place: null, found: -1, total: 0, elsewhere: [], before: null, next: null };
  const { items, total } = asked.data.body;
  const found = items.findIndex(({ taskId }) => taskId === place.task);
  const at = found >= 0 ? found : Math.min(place.at, items.length) - 1;
  const addressOf = (task: Task | undefined, n: number): string | null =>
    task === undefined ? null : taskAddress(task, n, place.queue);
  const waited = items[found];
  const role = session?.session?.caller.role;
  const isOwn = waited !== undefined && waited.waitsFor.some((one) => one === role);
  return {
    place,
    found,
    total,
    elsewhere: isOwn ? waited.next.filter(({ href }) => !href.startsWith('/pledges/')) : [],
    before: found > 0 ? addressOf(items[found - 1], found - 1) : null,
    next: addressOf(items[at + 1], at + 1),
  };
};

export const InQueue = () => {
  const { place, found, total, before, next } = useNeighbours();
  const [, navigate] = useLocation();
  useKeys(next === null ? {} : { n: () => navigate(next) });
  if (place === null) return null;
  const words = say().queue;
  return (
    <nav className="in-queue no-print" aria-label={words.title}>
      <Link href={queueAddress(place.queue)}>{words.back}</Link>
      {found >= 0 && <span className="meta">{words.position(found + 1, total)}</span>}
      {before !== null && <Link href={before}>{words.before}</Link>}
      {next !== null && (
        <Link href={next} className="next">
          {words.next}
        </Link>
      )}
    </nav>
  );
};
