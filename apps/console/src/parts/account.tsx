/** Of who has signed in: in which of his roles he acts, until when, and the way out. While a page is open, the session is kept. */
import { useState, useSyncExternalStore } from 'react';
import { useActAs, useSignOut } from '../server/session.ts';
import type { CurrentSession } from '../server/session.ts';
import { roleName } from '../words/codes.ts';
import { moment } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { forgetFilters, keptFilters, watchFilters } from './kept-filters.ts';
import { ProblemBox } from './problem-box.tsx';
import { useKeptSession } from './use-kept-session.ts';
import { useOneReader } from './use-one-reader.ts';

interface AccountProps {
  readonly of: CurrentSession;
  readonly session: NonNullable<CurrentSession['session']>;
}

export const Account = ({ of, session: { caller, roles, until } }: AccountProps) => {
  const actAs = useActAs();
  const signOut = useSignOut();
  const [error, setError] = useState<Error | null>(null);
  const hasKept = useSyncExternalStore(watchFilters, () => keptFilters(caller.subject).length > 0);
  const [forgets, setForgets] = useState(false);
  useKeptSession(of);
  useOneReader(of);
  const attempt = (act: () => Promise<void>): void => {
    setError(null);
    act().catch(setError);
  };
  const words = say().session;
  return (
    <>
      {roles.length > 1 && (
        <div className="roles" role="group" aria-label={words.roles}>
          {roles.map((role) => (
            <button
              key={role}
              type="button"
              aria-pressed={role === caller.role}
              onClick={() => attempt(() => actAs(role))}
            >
              {words.actAs(roleName(role))}
            </button>
          ))}
        </div>
      )}
      <p className="meta">{words.until(moment(until))}</p>
      {error !== null && <ProblemBox error={error} />}
      {hasKept && (
        <label className="check">
          <input type="checkbox" checked={forgets} onChange={({ target }) => setForgets(target.checked)} />
          {say().kept.forgetAll}
        </label>
      )}
      <button
        type="button"
        onClick={() =>
          attempt(async () => {
            await signOut();
            if (forgets) forgetFilters(caller.subject);
          })
        }
      >
        {words.signOut}
      </button>
    </>
  );
};
