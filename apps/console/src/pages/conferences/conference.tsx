/** One conference: when and where it was, who held it, what was pledged there, and what became of it. */
import { useParams, useSearch } from 'wouter';
import { pastIn, stateAddress, withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Became } from '../../parts/became.tsx';
import { Figured } from '../../parts/figured.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { PublishedBeside } from '../../parts/published-beside.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { conferenceName } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { groupName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';
import { ConferenceFacts } from './conference-facts.tsx';

type Details = Answer<'/conferences/{code}'>;

export const Conference = () => {
  const { conference: code = '' } = useParams<{ conference?: string }>();
  const past = pastIn(useSearch());
  const asked = useAsked('/conferences/{code}', { path: { code }, query: past });
  const body = asked.data?.body;
  const isMain = body?.kind !== 'preparatory';
  return (
    <Page
      title={isMain ? conferenceName(code) : body.name}
      rests={
        body && { recordedUpTo: body.recordedUpTo, json: withSearch(`/conferences/${code}`, { ...past }) }
      }
    >
      <AskedPart of={asked}>
        {(conference) => (
          <>
            {isMain && <p className="lead">{conference.name}</p>}
            <Headline of={conference} past={past} />
            <ConferenceFacts of={conference} />
            {conference.counted.pledges.value > 0 && <BecameThere code={code} past={past} />}
            <PublishedBeside rows={besideOurs(conference)} />
          </>
        )}
      </AskedPart>
    </Page>
  );
};

const Headline = ({ of: { code, counted }, past }: { readonly of: Details; readonly past: Past }) => {
  const words = say().conferences;
  const [pledges, states] = [counted.pledges.value, counted.statesWithNewPledges.value];
  const query = { ...past, conference: code, counted: 'none' as const };
  const progress = useAsked('/reports/progress', { query }, { enabled: pledges > 0 });
  if (pledges === 0) return <p className="headline">{words.none}</p>;
  return (
    <>
      <AskedPart of={progress} room="line">
        {({ overall: { reached } }) => (
          <p className="headline">
            <Figured text={words.headline(pledges, number(pledges))} figure={number(pledges)} />
            <Figured text={words.byStates(states, number(states))} figure={number(states)} />
            <Deployed count={reached.DEPLOYED} />
          </p>
        )}
      </AskedPart>
      <p className="ways-on">
        <PlaceLink to={registerAddress({ conference: [code] })}>{words.show}</PlaceLink>
        <PlaceLink to={reportAddress('progress', { conference: code })}>{words.howFar}</PlaceLink>
      </p>
    </>
  );
};

const Deployed = ({ count }: { readonly count: number }) => (
  <Figured text={say().overview.deployed(count, number(count))} figure={number(count)} />
);

const BecameThere = ({ code, past }: { readonly code: string; readonly past: Past }) => {
  const words = say().conferences;
  const byState = { ...past, conference: code, by: 'memberState' };
  const byCategory = { ...past, conference: code, by: 'category' };
  return (
    <div className="beside">
      <Became
        query={byCategory}
        title={words.byCategory}
        rowsAre={say().overview.category}
        nameOf={(group) => groupName('category', group)}
        to={(category) => registerAddress({ conference: [code], category: [category] })}
        fewest={1}
      />
      <Became
        query={byState}
        title={words.byState}
        rowsAre={say().states.state}
        nameOf={(group) => groupName('memberState', group)}
        to={stateAddress}
        fewest={1}
        byName
      />
    </div>
  );
};

/** Only what is counted as it was published has a figure of ours: who took part is not who pledged. */
const besideOurs = ({ published, counted }: Details) => {
  const ours: Readonly<Partial<Record<string, { readonly value: number; readonly definition: string }>>> = {
    PLEDGES: counted.pledges,
    STATES_WITH_NEW_PLEDGES: counted.statesWithNewPledges,
  };
  return published.map(({ what, value, source }) => {
    const found = ours[what];
    return {
      key: what,
      group: null,
      name: say().published.kinds[what],
      ...(found && { definition: found.definition }),
      ours: found?.value ?? null,
      published: [{ value, source }],
    };
  });
};
