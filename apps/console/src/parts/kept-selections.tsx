/** The reader's own selections of a list, as links with how many each finds now, and the form that keeps the one that is on. */
import { useId, useState, useSyncExternalStore } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useSession } from '../server/session.ts';
import { say } from '../words/words.ts';
import { deleteFilter, keepFilter, keptFilters, watchFilters } from './kept-filters.ts';
import { PlaceLink } from './place-link.tsx';

interface KeptSelectionsProps {
  /** Of the list that is open, with the filters that are on. */
  readonly address: string;
  /** How many a selection of this list finds: asked of the server for each. @param isStill once, and not again by itself. */
  readonly countOf: (address: string, isStill: boolean) => ReactNode;
}

/** They are in sight with their counts. Of more the list is closed, and nothing is counted until its reader opens it. */
const FEW = 5;

export const KeptSelections = ({ address, countOf }: KeptSelectionsProps) => {
  const subject = useSession()?.session?.caller.subject ?? null;
  const kept = useSyncExternalStore(watchFilters, () => keptFilters(subject));
  const [path] = address.split('?', 1);
  const ofThisList = kept.filter((one) => one.address.split('?', 1)[0] === path);
  const isKept = ofThisList.some((one) => one.address === address);
  const isMany = ofThisList.length > FEW;
  const [isOpen, setOpen] = useState(false);
  const words = say().kept;
  const list = (
    <ul>
      {ofThisList.map((one) => (
        <li key={one.address}>
          <PlaceLink to={one.address} current={one.address === address}>
            {one.name} <span className="count">{countOf(one.address, isMany)}</span>
          </PlaceLink>
          <button
            type="button"
            className="quiet-button"
            aria-label={words.forget(one.name)}
            onClick={() => deleteFilter(subject, one.address)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="selections no-print" aria-label={words.title}>
      {isMany ? (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words.all(ofThisList.length)}</summary>
          {isOpen && list}
        </details>
      ) : (
        ofThisList.length > 0 && list
      )}
      {address.includes('?') && !isKept && <Keep subject={subject} address={address} />}
    </nav>
  );
};

interface KeepProps {
  readonly subject: string | null;
  readonly address: string;
}

const Keep = ({ subject, address }: KeepProps) => {
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const words = say().kept;
  const keep = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('name');
    const name = typeof typed === 'string' ? typed.trim() : '';
    if (name !== '') setRefused(!keepFilter(subject, { name, address }));
  };
  return (
    <details key={address}>
      <summary>{words.keep}</summary>
      <form className="find" onSubmit={keep}>
        <label htmlFor={id}>{words.name}</label>
        <input id={id} name="name" maxLength={60} required autoComplete="off" />
        <button type="submit">{words.keepIt}</button>
        {isRefused && <p role="alert">{words.refused}</p>}
      </form>
    </details>
  );
};
