/** One state: what it promised, and what became of each; for those who act for it also what waits for them. */
import { useParams, useSearch } from 'wouter';
import { addressOf, conferenceAddress, pastIn, withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { INNER_TABS, OWN_TABS, tabAddress, tabIn, TABS } from '../../addresses/state-tabs.ts';
import type { StateTab } from '../../addresses/state-tabs.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Became } from '../../parts/became.tsx';
import { Figured } from '../../parts/figured.tsx';
import { groupsOf, valueOf } from '../../parts/figures.ts';
import type { Report } from '../../parts/figures.ts';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useReport } from '../../parts/use-report.ts';
import { useSession } from '../../server/session.ts';
import { ANNOUNCES } from '../../server/who-announces.data.ts';
import { NOT_AMONG_STATES } from '../../server/who-matches.data.ts';
import { entriesOf, nameOf } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { groupName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';
import { FiguresOfState } from './figures-of-state.tsx';
import { NeedsOfState } from './needs-of-state.tsx';
import { OthersSee } from './others-see.tsx';
import { PledgesOfState } from './pledges-of-state.tsx';
import { statesLike } from './state-called.ts';
import { TurnsOfState } from './turns-of-state.tsx';
import { VisitsOfState } from './visits-of-state.tsx';
import { WaitsForState } from './waits-for-state.tsx';

export const State = () => {
  const { state: code = '' } = useParams<{ state?: string }>();
  if (!entriesOf('state').some(([known]) => known === code)) {
    const alike = statesLike(code);
    return (
      <Page title={say().states.title}>
        <p>{say().states.unknown(code)}</p>
        {alike.length > 0 && (
          <>
            <p>{say().states.perhaps}</p>
            <ul className="alike-states">
              {alike.map(({ label, to }) => (
                <li key={to}>
                  <PlaceLink to={to}>{label}</PlaceLink>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <PlaceLink to={addressOf.states}>{say().states.title}</PlaceLink>
        </p>
      </Page>
    );
  }
  return <Known key={code} code={code} />;
};

const Known = ({ code }: { readonly code: string }) => {
  const searched = useSearch();
  const past: Past = pastIn(searched);
  const session = useSession();
  const delivery = useReport('delivery-by-state', { ...past, memberState: code });
  const body = delivery.data?.body;
  const words = say().states;
  const { state, role = 'PUBLIC' } = session?.session?.caller ?? {};
  const isAtHome = state === code && past.asOf === undefined && past.knownAt === undefined;
  // A partner speaks for a state as well, and visits are not for it to read.
  const own = OWN_TABS.filter((tab) => isAtHome && (tab !== 'visits' || role === 'MS'));
  const inner = NOT_AMONG_STATES.includes(role) ? [] : INNER_TABS;
  const offered: readonly StateTab[] = [...TABS, ...inner, ...own];
  const tab = tabIn(searched, offered);
  return (
    <Page
      title={tab === TABS[0] ? nameOf('state', code) : `${nameOf('state', code)}: ${words.tabs[tab]}`}
      heading={nameOf('state', code)}
      rests={
        body && {
          recordedUpTo: body.recordedUpTo,
          ruleSet: body.ruleSet,
          json: withSearch('/reports/delivery-by-state', { ...past, memberState: code }),
        }
      }
    >
      <AskedPart of={delivery} room="line">
        {(report) => <Headline of={report} announces={isAtHome && ANNOUNCES.includes(role)} />}
      </AskedPart>
      <Tabs code={code} offered={offered} now={tab} />
      {tab === 'pledges' && (
        <>
          {isAtHome && <WaitsForState code={code} />}
          <div className="beside">
            <BecameBy code={code} past={past} by="category" title={words.byCategory} />
          </div>
          <PledgesOfState code={code} past={past} />
          <div className="beside">
            <FiguresOfState report="capabilities" title={words.offered} code={code} past={past} />
            <FiguresOfState report="money" title={words.money} code={code} past={past} />
          </div>
        </>
      )}
      {tab === 'conferences' && (
        <BecameBy code={code} past={past} by="conference" title={words.byConference} />
      )}
      {tab === 'turns' && <TurnsOfState code={code} past={past} />}
      {tab === 'endorsements' && <PledgesOfState code={code} past={past} capabilityCode={ENDORSED} />}
      {tab === 'visits' && <VisitsOfState code={code} />}
      {tab === 'needs' && <NeedsOfState code={code} />}
      {tab === 'others' && <OthersSee code={code} />}
    </Page>
  );
};

/** The texts that states endorsed. */
const ENDORSED = 'POL-ENDORSE';

interface TabsProps {
  readonly code: string;
  readonly offered: readonly StateTab[];
  readonly now: StateTab;
}

/** Links, and no tabs of one page: each can be sent, and Back leads to the one before. */
const Tabs = ({ code, offered, now }: TabsProps) => {
  const words = say().states;
  return (
    <nav className="kinds no-print" aria-label={words.parts}>
      <ul>
        {offered.map((tab) => (
          <li key={tab}>
            <PlaceLink to={tabAddress(code, tab)} current={tab === now}>
              {words.tabs[tab]}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

interface HeadlineProps {
  readonly of: Report;
  /** Whether its reader may add to it. */
  readonly announces: boolean;
}

const Headline = ({ of, announces }: HeadlineProps) => {
  const { all } = groupsOf(of);
  const [pledges, computed, judged, partly, silent] = [
    'pledgesCounted',
    'keptComputed',
    'keptJudged',
    'keptPartly',
    'withoutWord',
  ].map((figure) => valueOf(all, figure) ?? 0) as [number, number, number, number, number];
  const kept = computed + judged + partly;
  const words = say().states;
  if (pledges === 0)
    return (
      <>
        <p className="headline">{words.none}</p>
        <p className="ways-on">
          {announces && <PlaceLink to={addressOf.announce}>{say().announce.title}</PlaceLink>}
          <PlaceLink to={addressOf.states}>{words.whoPledged}</PlaceLink>
          <PlaceLink to={addressOf.register}>{words.allPledges}</PlaceLink>
        </p>
      </>
    );
  return (
    <p className="headline">
      <Figured text={words.headline(pledges, number(pledges))} figure={number(pledges)} />
      <Figured text={words.kept(number(kept))} figure={number(kept)} />
      <Figured text={words.silent(number(silent))} figure={number(silent)} />
    </p>
  );
};

interface BecameByProps {
  readonly code: string;
  readonly past: Past;
  readonly by: 'conference' | 'category';
  readonly title: string;
}

const BecameBy = ({ code, past, by, title }: BecameByProps) => {
  const query = { ...past, memberState: code, by };
  const list = (group: string): string =>
    by === 'conference' && group !== 'none'
      ? conferenceAddress(group)
      : registerAddress({ memberState: [code], [by]: [group] });
  return (
    <Became
      query={query}
      title={title}
      rowsAre={say().overview[by]}
      nameOf={(group) => groupName(by, group)}
      to={list}
      fewest={1}
    />
  );
};
