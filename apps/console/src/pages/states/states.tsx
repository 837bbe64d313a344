/** Who pledged: each state and organisation by name, never by rank, with what became of its pledges. */
import type { SyntheticEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { pastIn, stateAddress, withSearch } from '../../addresses/addresses.ts';
import { Became } from '../../parts/became.tsx';
import { Page } from '../../parts/page.tsx';
import { useReport } from '../../parts/use-report.ts';
import { entriesOf, nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { stateCalled } from './state-called.ts';

const REPORT = 'what-became';

export const States = () => {
  const past = pastIn(useSearch());
  const query = { ...past, by: 'memberState' };
  const asked = useReport(REPORT, query);
  const body = asked.data?.body;
  const words = say().states;
  return (
    <Page
      title={words.title}
      rests={
        body && {
          recordedUpTo: body.recordedUpTo,
          ruleSet: body.ruleSet,
          json: withSearch(`/reports/${REPORT}`, query),
        }
      }
    >
      <p className="lead">{words.lead}</p>
      <Find />
      <div className="by-name">
        <Became
          query={query}
          title={words.becameTitle}
          rowsAre={words.state}
          nameOf={({ code, name }) => nameOf('state', code) || name}
          to={stateAddress}
          fewest={1}
          byName
        />
      </div>
    </Page>
  );
};

/** Any state has a page, also one that never pledged. */
const Find = () => {
  const [, navigate] = useLocation();
  const search = useSearch();
  const words = say().states;
  const find = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('state');
    const wanted = typeof typed === 'string' ? typed.trim() : '';
    // What no list knows the page of it names, with those that are like it.
    if (wanted !== '')
      navigate(withSearch(stateAddress(stateCalled(wanted) ?? wanted), { ...pastIn(search) }));
  };
  return (
    <form className="find no-print" role="search" aria-label={words.find} onSubmit={find}>
      <label>
        {words.find}
        <input name="state" list="states" autoComplete="off" required />
      </label>
      <datalist id="states">
        {entriesOf('state').map(([code, name]) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <button type="submit">{words.go}</button>
    </form>
  );
};
