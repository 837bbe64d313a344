/** What is waited for, with how many of each: links, so that a selection can be kept and sent. */
import { ANY_ROLE, queueAddress } from '../../addresses/queue-search.ts';
import type { QueueSearch } from '../../addresses/queue-search.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import type { Answer } from '../../server/api.ts';
import { taskName } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

interface QueueFiltersProps {
  readonly search: QueueSearch;
  readonly counts: Answer<'/work-queue'>['counts'];
}

export const QueueFilters = ({ search, counts }: QueueFiltersProps) => {
  const words = say().queue;
  const { cursor: _page, ...rest } = search;
  const { kind: _kind, overdue: _overdue, ...ofAllKinds } = rest;
  const isPlain = search.kind === undefined && search.overdue === undefined;
  return (
    <nav className="kinds" aria-label={words.kinds}>
      <ul>
        <li>
          <PlaceLink to={queueAddress(ofAllKinds)} current={isPlain}>
            {words.everything}
          </PlaceLink>
        </li>
        {counts.overdue > 0 && (
          <li>
            <PlaceLink
              to={queueAddress({ ...ofAllKinds, overdue: 'true' })}
              current={search.overdue !== undefined}
            >
              {words.overdue(number(counts.overdue))}
            </PlaceLink>
          </li>
        )}
        {counts.kinds.map(({ kind, count }) => (
          <li key={kind}>
            <PlaceLink to={queueAddress({ ...ofAllKinds, kind })} current={search.kind === kind}>
              {taskName(kind)} <span className="count">{number(count)}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
      <p>
        {search.role === ANY_ROLE ? (
          <PlaceLink to={queueAddress({ ...rest, role: '' })}>{words.mine}</PlaceLink>
        ) : (
          <PlaceLink to={queueAddress({ ...rest, role: ANY_ROLE })}>{words.ofAll}</PlaceLink>
        )}
      </p>
    </nav>
  );
};
