/** Why a command was refused, at the top of its form and with focus: which fields, what is possible instead, what came since. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ProblemBox } from '../parts/problem-box.tsx';
import { Day } from '../parts/when.tsx';
import { Refused } from '../server/problem.ts';
import { anyName, eventName, statusName } from '../words/codes.ts';
import { say } from '../words/words.ts';
import type { FieldError } from './errors-at-fields.ts';

interface RefusalBoxProps {
  readonly error: Error;
  readonly errors: readonly FieldError[];
  readonly idOf: (path: string) => string;
  /** What an event changed that came in between; absent where nobody can say. */
  readonly changesOf?: ((eventId: string) => ReactNode) | undefined;
}

export const RefusalBox = ({ error, errors, idOf, changesOf }: RefusalBoxProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  const problem = error instanceof Refused ? error.problem : null;
  const isListed = problem?.errors !== undefined && errors.length === problem.errors.length;
  return (
    <div ref={box} tabIndex={-1} className="refusal">
      <ProblemBox error={error} isForm isListed={isListed}>
        {problem?.status === 401 && <p>{say().session.ended}</p>}
        {problem?.status === 412 && <p>{say().form.moved}</p>}
        {problem?.pledgeStatus && <p>{say().form.statusNow(statusName(problem.pledgeStatus))}</p>}
        {errors.length > 0 && (
          <ul>
            {errors.map(({ path, title, message }) => (
              <li key={path}>
                <a
                  href={`#${idOf(path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(document.getElementById(idOf(path)));
                  }}
                >
                  {title}
                </a>
                {': '}
                {message}
              </li>
            ))}
          </ul>
        )}
        {problem?.eventsSince && problem.eventsSince.length > 0 && (
          <>
            <p>{say().form.movedBy}</p>
            <ul>
              {problem.eventsSince.map(({ id, type, occurredOn }) => (
                <li key={id}>
                  {eventName(type)}, <Day on={occurredOn} />
                  {changesOf?.(id)}
                </li>
              ))}
            </ul>
          </>
        )}
        {problem?.allowed && problem.allowed.length > 0 && problem.errors === undefined && (
          <p>
            {say().problem.allowed}: {problem.allowed.map(anyName).join(', ')}
          </p>
        )}
      </ProblemBox>
    </div>
  );
};

/** A field in a part that is closed could not get the focus. */
const goTo = (field: HTMLElement | null): void => {
  for (let part = field?.closest('details'); part; part = part.parentElement?.closest('details'))
    part.open = true;
  field?.focus();
};
