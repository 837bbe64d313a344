/** One state: what it promised, and what became of each; for those who act for it also what waits for them. */
import { useParams, useSearch } from 'wouter';
import { addressOf, conferenceAddress, pastIn, withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Became } from '../../parts/became.tsx';
import { Figured } from '../../parts/figured.tsx';
import { groupsOf, valueOf } from '../../parts/figures.ts';
import type { Report } from '../../parts/figures.ts';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { reportCsv, useReport } from '../../parts/use-report.ts';
import { useSession } from '../../server/session.ts';
import { entriesOf, nameOf } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { groupName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';
import { FiguresOfState } from './figures-of-state.tsx';
import { OthersSee } from './others-see.tsx';
import { PledgesOfState } from './pledges-of-state.tsx';
import { VisitsOfState } from './visits-of-state.tsx';
import { WaitsForState } from './waits-for-state.tsx';

export const State = () => {
  const { state: code = '' } = useParams<{ state?: string }>();
  if (!entriesOf('state').some(([known]) => known === code))
    return (
      <Page title={say().states.title}>
        <p>{say().states.unknown(code)}</p>
        <p>
          <PlaceLink to={addressOf.states}>{say().states.title}</PlaceLink>
        </p>
      </Page>
    );
  return <Known key={code} code={code} />;
};

const Known = ({ code }: { readonly code: string }) => {
  const past: Past = pastIn(useSearch());
  const session = useSession();
  const delivery = useReport('delivery-by-state', { ...past, memberState: code });
  const body = delivery.data?.body;
  const words = say().states;
  const { state, role } = session?.session?.caller ?? {};
  const isAtHome = state === code && past.asOf === undefined && past.knownAt === undefined;
  // A partner speaks for a state as well, and visits are not for it to read.
  const readsVisits = role === 'MS';
  return (
    <Page
      title={nameOf('state', code)}
      rests={
        body && {
          recordedUpTo: body.recordedUpTo,
          ruleSet: body.ruleSet,
          json: withSearch('/reports/delivery-by-state', { ...past, memberState: code }),
        }
      }
    >
      <AskedPart of={delivery} room="line">
        {(report) => <Headline of={report} />}
      </AskedPart>
      {isAtHome && <WaitsForState code={code} />}
      <div className="beside">
        <BecameBy code={code} past={past} by="conference" title={words.byConference} />
        <BecameBy code={code} past={past} by="category" title={words.byCategory} />
      </div>
      <PledgesOfState code={code} past={past} />
      {isAtHome && <OthersSee code={code} />}
      {isAtHome && readsVisits && <VisitsOfState code={code} />}
      <div className="beside">
        <FiguresOfState report="capabilities" title={words.offered} code={code} past={past} />
        <FiguresOfState report="money" title={words.money} code={code} past={past} />
      </div>
    </Page>
  );
};

const Headline = ({ of }: { readonly of: Report }) => {
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
  if (pledges === 0) return <p className="headline">{words.none}</p>;
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
      of={useReport('what-became', query)}
      csv={reportCsv('what-became', query)}
      title={title}
      rowsAre={say().overview[by]}
      nameOf={(group) => groupName(by, group)}
      to={list}
      fewest={1}
    />
  );
};
