/** How it came to this: every event that the reader may see, 50 at a time, the number of all always said. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Day } from '../../parts/when.tsx';
import { ask } from '../../server/api.ts';
import { eventName, roleName } from '../../words/codes.ts';
import { day, lengthOfTime, number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import type { CommandLink } from './acts.tsx';
import { EventData } from './event-data.tsx';
import { useEventInAddress } from './event-in-address.ts';
import { inShort, valueInWords } from './event-words.ts';
import { historyDays } from './history-days.ts';
import type { Run } from './history-days.ts';
import type { PledgeEvent } from './pledge-event.ts';
import { putRight, wasBefore } from './put-right.ts';

/** Asked of the log only for an event that is opened. */
const EventPlace = lazy(() =>
  import('./event-place.tsx').then(({ EventPlace }) => ({ default: EventPlace })),
);

const AT_ONCE = 50;

export const historyKey = (pledgeId: string): readonly unknown[] => ['/pledges/{pledgeId}/history', pledgeId];

interface HistoryProps {
  readonly pledgeId: string;
  readonly reference: string;
  readonly past: Past;
  /** What the reader may propose about an event. */
  readonly proposals: readonly CommandLink[];
  /** As it is answered to who has not signed in. */
  readonly asNobody?: boolean;
}

export const History = ({ pledgeId, reference, past, proposals, asNobody = false }: HistoryProps) => {
  const [order, setOrder] = useState<'asc' | 'desc'>('desc');
  const pages = useInfiniteQuery({
    queryKey: [...historyKey(pledgeId), past, order, asNobody],
    queryFn: ({ pageParam, signal }) =>
      ask(
        '/pledges/{pledgeId}/history',
        {
          path: { pledgeId },
          query: { ...past, order, limit: AT_ONCE, ...(pageParam !== null && { cursor: pageParam }) },
        },
        signal,
        { asNobody },
      ),
    // It moves with the pledge, when its reader wants to see it.
    refetchOnWindowFocus: false,
    initialPageParam: null as string | null,
    getNextPageParam: ({ body }) => body.next,
  });
  const words = say().history;
  const events = pages.data?.pages.flatMap(({ body }) => body.items) ?? [];
  const total = pages.data?.pages[0]?.body.total ?? 0;
  useEventInAddress({
    revisions: events.map(({ revision }) => revision),
    order,
    hasMore: pages.hasNextPage,
    isLoading: pages.isFetching,
    loadMore: () => void pages.fetchNextPage(),
    turnRound: () => setOrder('asc'),
  });
  return (
    <section className="history" aria-labelledby="history">
      <div className="history-head">
        <h2 id="history">{words.title}</h2>
        <p className="meta" role="status">
          {pages.data && words.shown(number(events.length), total, number(total))}
        </p>
        {total > 1 && (
          <button
            type="button"
            className="quiet-button no-print"
            onClick={() => setOrder(order === 'desc' ? 'asc' : 'desc')}
          >
            {order === 'desc' ? words.oldest : words.newest}
          </button>
        )}
        {!asNobody && (
          <a
            href={withSearch(`/pledges/${encodeURIComponent(pledgeId)}/history`, { ...past, format: 'csv' })}
          >
            {words.all}
          </a>
        )}
      </div>
      {pages.isError && <ProblemBox error={pages.error} again={() => void pages.refetch()} />}
      {historyDays(events).map(({ day: on, runs, pause }, n) => (
        <div className="history-day" key={`${String(on)} ${n}`}>
          {pause !== null && <p className="pause">{words.pause(lengthOfTime(pause))}</p>}
          <h3>
            <Day on={on} />
          </h3>
          <ul>
            {runs.map((run) => (
              <RunLine
                run={run}
                of={{ pledgeId, reference, proposals, asNobody }}
                key={run.events[0]?.revision}
              />
            ))}
          </ul>
        </div>
      ))}
      {pages.hasNextPage && (
        <p>
          <button type="button" onClick={() => void pages.fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
};

type OfEvent = Pick<HistoryProps, 'pledgeId' | 'reference' | 'proposals' | 'asNobody'>;

const RunLine = ({ run: { events }, of }: { readonly run: Run; readonly of: OfEvent }) => {
  const [first, ...others] = events;
  if (first === undefined) return null;
  if (others.length === 0) return <EventLine event={first} of={of} />;
  return (
    <li>
      <details>
        <summary>
          <span className="type">{eventName(first.type)}</span> {say().history.andMore(others.length)}{' '}
          <span className="meta">{say().history.by(roleName(first.metadata.role))}</span>
        </summary>
        <ul>
          {events.map((event) => (
            <EventLine event={event} of={of} key={event.revision} />
          ))}
        </ul>
      </details>
    </li>
  );
};

const EventLine = ({ event, of }: { readonly event: PledgeEvent; readonly of: OfEvent }) => {
  const { type, revision, recordedAt, struck, corrections } = event;
  const [isOpen, setOpen] = useState(false);
  const now = putRight(event);
  const { metadata } = now;
  const words = say().history;
  const recordedOn = recordedAt.slice(0, 10);
  const notes = [
    metadata.actor === undefined
      ? words.by(roleName(metadata.role))
      : words.byAccount(roleName(metadata.role), metadata.actor),
    metadata.onBehalfOf && words.onBehalfOf(metadata.onBehalfOf),
    recordedOn !== metadata.occurredOn && words.recorded(day(recordedOn)),
    metadata.visibility !== 'PUBLIC' && words.visibility[metadata.visibility],
  ].filter(Boolean);
  const name = struck === null ? eventName(type) : <s>{eventName(type)}</s>;
  return (
    <li id={`r${revision}`} className="event">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="type">
            {corrections.length > 0 && <span aria-hidden="true">◆ </span>}
            {name}
          </span>{' '}
          <span className="short">{inShort(now)}</span>{' '}
          <span className="meta">
            {wasBefore(event, 'occurredOn').map((old, n) => (
              <s key={n} className="was">
                {words.was(valueInWords(old) || say().noDate)}{' '}
              </s>
            ))}
            {notes.join(' · ')} {struck !== null && `· ${words.struck}: ${struck.reason}`}
          </span>
        </summary>
        <EventData event={event} reference={of.reference} proposals={of.proposals} />
        {isOpen && !of.asNobody && (
          <Suspense fallback={null}>
            <EventPlace pledgeId={of.pledgeId} revision={revision} />
          </Suspense>
        )}
      </details>
    </li>
  );
};
