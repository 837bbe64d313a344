/**
 * Event by event: how the pledge stood after each, as it was recorded then, and what that event changed. It steps over events
 * and not over days, so that nothing is squeezed together; `[` and `]` step as well.
 */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { pledgeAddress, withSearch } from '../../addresses/addresses.ts';
import { afterEvent } from '../../addresses/compare-address.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { ask } from '../../server/api.ts';
import { eventName, roleName } from '../../words/codes.ts';
import { day, isDay } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { Changes } from './changes.tsx';
import { Compare } from './compare.tsx';
import { historyKey } from './history.tsx';
import type { PledgeEvent } from './pledge-event.ts';
import { placeOf } from './steps.ts';

/** As many as the server gives at once. Of more a finger would skip most, so buttons alone are left. */
const DRAWN = 200;

interface SliderProps {
  readonly pledgeId: string;
  readonly reference: string;
  readonly revision: number;
  /** Of the moment that it is compared with; null where it is with none. */
  readonly compare: number | null;
}

export const Slider = ({ pledgeId, reference, revision, compare }: SliderProps) => {
  const [, navigate] = useLocation();
  const pages = useInfiniteQuery({
    queryKey: [...historyKey(pledgeId), 'steps'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        '/pledges/{pledgeId}/history',
        {
          path: { pledgeId },
          query: { order: 'asc', limit: DRAWN, ...(pageParam !== null && { cursor: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ body }) => body.next,
  });
  const events = pages.data?.pages.flatMap(({ body }) => body.items) ?? [];
  const total = pages.data?.pages[0]?.body.total ?? 0;
  const { at, before, after } = placeOf(
    events.map((event) => event.revision),
    revision,
  );
  const { fetchNextPage, hasNextPage, isFetching } = pages;
  const isBeyond = after === null && hasNextPage;
  useEffect(() => {
    if (isBeyond && !isFetching) void fetchNextPage();
  }, [isBeyond, isFetching, fetchNextPage]);
  // A step is no page of its own for Back; the address is for whoever it is sent to.
  const go = (to: number | null | undefined): void => {
    if (to !== null && to !== undefined) navigate(afterEvent(reference, to, compare), { replace: true });
  };
  useKeys({ '[': () => go(before), ']': () => go(after) });
  const words = say().slider;
  if (pages.isError) return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  const event = events[at];
  if (event === undefined) return <p role="status">{say().loading}</p>;
  const said = words.at(at + 1, total, inWords(event));
  return (
    <section className="slider no-print" aria-labelledby="slider">
      <h2 id="slider">{words.title}</h2>
      <div className="slider-steps">
        <button type="button" aria-disabled={before === null} onClick={() => go(before)}>
          {words.before}
        </button>
        {total <= DRAWN && (
          <input
            type="range"
            min={0}
            max={Math.max(0, events.length - 1)}
            value={at}
            aria-label={words.title}
            aria-valuetext={said}
            onChange={({ target }) => go(events[Number(target.value)]?.revision)}
          />
        )}
        <button type="button" aria-disabled={after === null} onClick={() => go(after)}>
          {words.after}
        </button>
      </div>
      <p role="status">{said}</p>
      <Changes key={event.revision} event={event} sayNothing />
      <Compare
        pledgeId={pledgeId}
        reference={reference}
        revision={revision}
        compare={compare}
        events={total <= DRAWN ? events : null}
      />
      <OnDay reference={reference} />
    </section>
  );
};

/** A day in the past instead of an event. */
const OnDay = ({ reference }: { readonly reference: string }) => {
  const [, navigate] = useLocation();
  const id = useId();
  const [asOf, setAsOf] = useState('');
  const go = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isDay(asOf)) navigate(withSearch(pledgeAddress(reference), { asOf }));
  };
  const words = say().slider;
  return (
    <form className="on-day" onSubmit={go} noValidate>
      <label htmlFor={id}>{words.onDay}</label>
      <DayField id={id} describedBy={id} required={false} invalid={false} value={asOf} onChange={setAsOf} />
      <p>
        <button type="submit">{words.go}</button>
      </p>
    </form>
  );
};

const inWords = ({ revision, type, metadata }: PledgeEvent): string =>
  say().slider.event(
    revision,
    eventName(type),
    roleName(metadata.role),
    day(metadata.occurredOn) || say().noDate,
  );
