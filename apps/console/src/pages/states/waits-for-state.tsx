/** For those who act for a state: what is waited for from them, the earliest due first. */
import { queueAddress, queueQuery, taskAddress } from '../../addresses/queue-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import type { Parameters } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { taskName } from '../../words/codes.ts';
import { day, number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

type Query = NonNullable<Parameters<'/work-queue'>['query']>;

const SHOWN = 5;

export const WaitsForState = ({ code }: { readonly code: string }) => {
  const role = useSession()?.session?.caller.role ?? null;
  const search = { memberState: code };
  const query = {
    ...queueQuery(search, role),
    limit: SHOWN,
  } as unknown as Query;
  const words = say().states;
  return (
    <AskedPart of={useAsked('/work-queue', { query })} room="line">
      {({ items, total }) => (
        <section aria-labelledby="waits">
          <h2 id="waits">{words.queue}</h2>
          {total === 0 ? (
            <p>{words.queueNone}</p>
          ) : (
            <>
              <table className="rows">
                <caption className="unseen">{words.queue}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say().queue.columns.pledge}</th>
                    <th scope="col">{say().queue.columns.waits}</th>
                    <th scope="col">{say().queue.columns.due}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((task, at) => (
                    <tr key={task.taskId}>
                      <th scope="row">
                        <PlaceLink to={taskAddress(task, at, search)}>{task.description}</PlaceLink>
                      </th>
                      <td>
                        {taskName(task.kind)}
                        <span className="meta beside-it">{words.since(day(task.since))}</span>
                      </td>
                      <td data-label={say().queue.columns.due}>
                        <Day on={task.due} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="ways-on">
                <PlaceLink to={queueAddress(search)}>{words.queueAll(number(total))}</PlaceLink>
              </p>
            </>
          )}
        </section>
      )}
    </AskedPart>
  );
};
