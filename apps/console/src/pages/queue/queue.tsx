/** Whose turn it is: the tasks that wait for the reader, the earliest due first, and for each the next act. */
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { signInAddress, withSearch } from '../../addresses/addresses.ts';
import { queueAddress, queueQuery, queueSearchIn } from '../../addresses/queue-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { KeptSelections } from '../../parts/kept-selections.tsx';
import { Newer } from '../../parts/newer.tsx';
import { isNothing, newerRows, rowsInWords } from '../../parts/newer-rows.ts';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useHeld } from '../../parts/use-held.ts';
import { ask, useAsked } from '../../server/api.ts';
import type { Answer, Parameters } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { CHOOSES } from './many.data.ts';
import { QueueFilters } from './queue-filters.tsx';
import { Work } from './work.tsx';

type Query = NonNullable<Parameters<'/work-queue'>['query']>;

export const Queue = () => {
  const search = queueSearchIn(useSearch());
  const session = useSession();
  const role = session?.session?.caller.role ?? null;
  const query = queueQuery(search, role) as unknown as Query;
  const { of, newer, show } = useHeld(
    useAsked('/work-queue', { query }, { enabled: role !== null }),
    queueAddress(search),
    (a, b) => isNothing(newerTasks(a.items, b.items)) && a.total === b.total,
  );
  const queries = useQueryClient();
  /** At once, and not held back: its reader has just done it himself. What is not there in time comes as anything newer does. */
  const readAnew = async (after: string): Promise<void> => {
    const answered = await ask('/work-queue', { query: { ...query, after } }).catch(() => null);
    if (answered === null) return void queries.invalidateQueries({ queryKey: ['/work-queue'] });
    queries.setQueryData(['/work-queue', { query }], answered);
    show(answered);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) => path === '/pledges' || path === '/pledges/{pledgeId}',
    });
  };
  const body = of.data?.body;
  const words = say().queue;
  if (session !== undefined && role === null)
    return (
      <Page title={words.title}>
        <p>{say().session.needed}</p>
        <p>
          <PlaceLink to={signInAddress(`/console${queueAddress(search)}`)} className="button main">
            {say().session.signIn}
          </PlaceLink>
        </p>
      </Page>
    );
  return (
    <Page
      title={words.title}
      wide
      rests={
        body && {
          recordedUpTo: body.recordedUpTo,
          json: withSearch('/work-queue', { ...queueQuery(search, role) }),
        }
      }
    >
      <AskedPart of={of}>
        {({ items, total, next, counts, today }) => (
          <>
            <QueueFilters search={search} counts={counts} />
            <KeptSelections
              address={queueAddress({ ...search, cursor: '' })}
              countOf={(address, isStill) => <Count address={address} role={role} isStill={isStill} />}
            />
            <p className="above-table">
              <span role="status">{words.lead(total, number(total))}</span>
            </p>
            <Work
              key={queueAddress(search)}
              items={items}
              today={today}
              search={search}
              mayChoose={role !== null && CHOOSES.includes(role)}
              onDone={(after) => void readAnew(after)}
            />
            <p className="pages">
              {search.cursor !== undefined && (
                <PlaceLink to={queueAddress({ ...search, cursor: '' })}>{say().register.first}</PlaceLink>
              )}
              {next !== null && (
                <PlaceLink to={queueAddress({ ...search, cursor: next })}>{say().register.next}</PlaceLink>
              )}
            </p>
          </>
        )}
      </AskedPart>
      <Newer
        text={newer === null || body === undefined ? '' : rowsInWords(newerTasks(body.items, newer.items))}
        onShow={() => show()}
      />
    </Page>
  );
};

type Task = Answer<'/work-queue'>['items'][number];

const newerTasks = (before: readonly Task[], after: readonly Task[]) =>
  newerRows(before, after, ({ taskId }) => taskId);

interface CountProps {
  readonly address: string;
  readonly role: string | null;
  readonly isStill: boolean;
}

const Count = ({ address, role, isStill }: CountProps) => {
  const search = queueSearchIn(address.split('?')[1] ?? '');
  const query = { ...queueQuery(search, role), limit: 1 } as unknown as Query;
  const total = useAsked('/work-queue', { query }, { isStill }).data?.body.total;
  return total === undefined ? null : number(total);
};
