/** The tasks of one page of the queue, under their kinds; a row a task, a link to its pledge, and the next act. */
import { taskAddress } from '../../addresses/queue-search.ts';
import type { QueueSearch } from '../../addresses/queue-search.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useRowKeys } from '../../parts/row-keys.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { Day } from '../../parts/when.tsx';
import type { Answer } from '../../server/api.ts';
import { commandName, obstacleName, taskName } from '../../words/codes.ts';
import { daysBetween, lengthOfTime } from '../../words/numbers.ts';
import { sayOfMany } from '../../words/many-words.ts';
import { say } from '../../words/words.ts';

type Task = Answer<'/work-queue'>['items'][number];

interface Choosing {
  /** By their ids. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (tasks: readonly string[], isOn: boolean) => void;
}

interface TasksProps {
  readonly items: readonly Task[];
  readonly today: string;
  readonly search: QueueSearch;
  /** Absent where nothing is done to several at once. */
  readonly choosing?: Choosing;
}

export const Tasks = ({ items, today, search, choosing }: TasksProps) => {
  const table = useRowKeys();
  useKeys({ x: () => checkboxOfRow()?.click() });
  const words = say().queue.columns;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return (
    <table className="rows tasks" ref={table}>
      <caption className="unseen">{say().queue.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.waits}</th>
          <th scope="col">{words.pledge}</th>
          <th scope="col">{words.reference}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      {kinds.map((kind) => (
        <tbody key={kind}>
          <tr className="kind">
            <th scope="rowgroup" colSpan={5}>
              {choosing && <ChooseAll of={items.filter((task) => task.kind === kind)} {...choosing} />}
              {taskName(kind)} <span className="meta">{helps(items, kind)}</span>
            </th>
          </tr>
          {items.map((task, at) =>
            task.kind === kind ? (
              <TaskRow
                key={task.taskId}
                task={task}
                at={at}
                today={today}
                search={search}
                {...(choosing && { choosing })}
              />
            ) : null,
          )}
        </tbody>
      ))}
    </table>
  );
};

/** The acts that end such a wait, whoever's they are: what the reader may do the page of the pledge says. */
const helps = (items: readonly Task[], kind: string): string =>
  [
    ...new Set(
      items.filter((task) => task.kind === kind).flatMap(({ next }) => next.map(({ command }) => command)),
    ),
  ]
    .map(commandName)
    .join(' · ');

interface TaskRowProps extends Omit<TasksProps, 'items'> {
  readonly task: Task;
  readonly at: number;
}

const TaskRow = ({ task, at, today, search, choosing }: TaskRowProps) => {
  const words = say().queue;
  const { due, since, overdue, reference, description, memberStateName, blockedBy } = task;
  const late = due === null || !overdue ? null : daysBetween(due, today);
  const waits = daysBetween(since, today);
  return (
    <tr>
      <td>
        {choosing && (
          <input
            type="checkbox"
            aria-label={sayOfMany().choose(description, reference)}
            checked={choosing.chosen.has(task.taskId)}
            onChange={({ target }) => choosing.choose([task.taskId], target.checked)}
          />
        )}
        <Day on={due} />
      </td>
      <td className={late === null ? '' : 'late'}>
        {late !== null
          ? words.late(lengthOfTime(late))
          : waits !== null && words.waited(lengthOfTime(Math.max(0, waits)))}
      </td>
      <th scope="row" title={description}>
        <PlaceLink to={taskAddress(task, at, search)}>{description}</PlaceLink>{' '}
        {blockedBy !== null && <span className="meta">{words.blocked(obstacleName(blockedBy))}</span>}
      </th>
      <td className="meta">
        <Code>{reference}</Code>
      </td>
      <td>{memberStateName}</td>
    </tr>
  );
};

interface ChooseAllProps extends Choosing {
  /** The tasks of one kind. */
  readonly of: readonly Task[];
}

const ChooseAll = ({ of, chosen, choose }: ChooseAllProps) => {
  const ids = of.map(({ taskId }) => taskId);
  return (
    <input
      type="checkbox"
      aria-label={sayOfMany().chooseAll(taskName(of[0]?.kind ?? ''))}
      checked={ids.every((id) => chosen.has(id))}
      onChange={({ target }) => choose(ids, target.checked)}
    />
  );
};

/** Of the row in which the focus is. */
const checkboxOfRow = (): HTMLElement | null | undefined =>
  document.activeElement?.closest('tr')?.querySelector<HTMLElement>('input[type=checkbox]');
