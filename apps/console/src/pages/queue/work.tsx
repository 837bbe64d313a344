/** The tasks of a page of the queue, those of them that are chosen, and what is done to all of these at once. */
import { lazy, Suspense, useState } from 'react';
import type { QueueSearch } from '../../addresses/queue-search.ts';
import type { Answer } from '../../server/api.ts';
import { say } from '../../words/words.ts';
import { ManyBar } from './many-bar.tsx';
import type { Chosen, Offer } from './offers.ts';
import { Tasks } from './tasks.tsx';
import type { Outcome } from './use-many.ts';

/** With the fields of the form, which who only reads the queue does not need. */
const ManyAct = lazy(() => import('./many-act.tsx').then(({ ManyAct }) => ({ default: ManyAct })));

type Task = Answer<'/work-queue'>['items'][number];

interface WorkProps {
  readonly items: readonly Task[];
  readonly today: string;
  readonly search: QueueSearch;
  /** Whether the reader may do anything to several at once. */
  readonly mayChoose: boolean;
  /** The queue has to be read anew. @param after what the answer has to know. */
  readonly onDone: (after: string) => void;
}

export const Work = ({ items, today, search, mayChoose, onDone }: WorkProps) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // Each time anew, also for the same act.
  const [act, setAct] = useState<{ readonly offer: Offer; readonly nth: number } | null>(null);
  const choose = (tasks: readonly string[], isOn: boolean): void =>
    setIds(new Set(isOn ? [...ids, ...tasks] : [...ids].filter((id) => !tasks.includes(id))));
  const done = (outcomes: readonly Outcome[]): void => {
    const accepted = outcomes.flatMap(({ recorded }) => (recorded === null ? [] : [recorded]));
    setIds(new Set());
    const last = accepted.at(-1);
    if (last !== undefined) onDone(last.after);
  };
  return (
    <>
      {mayChoose && (
        <ManyBar
          chosen={pledgesOf(items.filter(({ taskId }) => ids.has(taskId)))}
          onAct={(offer) => setAct({ offer, nth: (act?.nth ?? 0) + 1 })}
          onNone={() => setIds(new Set())}
        />
      )}
      {act !== null && (
        <Suspense fallback={<p role="status">{say().loading}</p>}>
          <ManyAct key={act.nth} offer={act.offer} onDone={done} onClose={() => setAct(null)} />
        </Suspense>
      )}
      {items.length === 0 ? (
        <p>{say().queue.none}</p>
      ) : (
        <Tasks
          items={items}
          today={today}
          search={search}
          {...(mayChoose && { choosing: { chosen: ids, choose } })}
        />
      )}
    </>
  );
};

/** Several tasks may wait for the same pledge, to which it is done once. */
const pledgesOf = (tasks: readonly Task[]): readonly Chosen[] => [
  ...new Map(
    tasks.map(({ pledgeId, reference, description }) => [pledgeId, { pledgeId, reference, description }]),
  ).values(),
];
