/** The bar above every page: where one may go, and who one is. Places that are not built are not in it. */
import { lazy, Suspense } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { addressOf, BASE, signInAddress } from '../addresses/addresses.ts';
import { useSession } from '../server/session.ts';
import type { CurrentSession } from '../server/session.ts';
import { roleName } from '../words/codes.ts';
import { say } from '../words/words.ts';
import { GlobalKeys } from './global-keys.tsx';
import { PlaceLink } from './place-link.tsx';
import { SearchEverywhere } from './search-everywhere.tsx';

/** Only who has signed in has one. */
const Account = lazy(() => import('./account.tsx').then(({ Account }) => ({ default: Account })));

/** Those whose work stands in the queue; the server has the last word on who may read it. */
const WITH_A_QUEUE = /^(?!PUBLIC$|SUBSCRIBER$)/;

export const Bar = () => {
  const session = useSession();
  const [path] = useLocation();
  const role = session?.session?.caller.role ?? 'PUBLIC';
  const places = [
    { to: addressOf.overview, name: say().places.overview, isHere: path === addressOf.overview },
    ...(['register', 'states', 'conferences', 'gaps', 'reports'] as const).map((place) => ({
      to: addressOf[place],
      name: say().places[place],
      isHere: path.startsWith(addressOf[place]),
    })),
    ...(WITH_A_QUEUE.test(role)
      ? [{ to: addressOf.queue, name: say().places.queue, isHere: path.startsWith(addressOf.queue) }]
      : []),
  ];
  return (
    <header className="bar">
      <GlobalKeys />
      <a className="skip" href="#content">
        {say().skip}
      </a>
      <div className="bar-inside">
        <PlaceLink to={addressOf.overview} className="name">
          {say().name}
        </PlaceLink>
        <nav aria-label={say().places.main}>
          <ul>
            {places.map(({ to, name, isHere }) => (
              <li key={to}>
                <PlaceLink to={to} current={isHere}>
                  {name}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
        <SearchEverywhere />
        {session !== undefined && <Who current={session} />}
      </div>
    </header>
  );
};

const Who = ({ current }: { readonly current: CurrentSession }) => {
  const { session, waysIn } = current;
  const [path] = useLocation();
  const search = useSearch();
  if (session === null) {
    if (waysIn.length === 0) return null;
    const here = `${BASE}${path}${search === '' ? '' : `?${search}`}`;
    return (
      <Link className="who" href={signInAddress(here)}>
        {say().session.signIn}
      </Link>
    );
  }
  const { subject, role, state, body } = session.caller;
  const acts = [roleName(role), state ?? body].filter(Boolean).join(' ');
  return (
    <details className="who">
      <summary>{say().session.as(subject, acts)}</summary>
      <div className="pop-up">
        <Suspense fallback={null}>
          <Account of={current} session={session} />
        </Suspense>
      </div>
    </details>
  );
};
