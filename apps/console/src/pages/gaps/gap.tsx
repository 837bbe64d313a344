/** One gap: what a mission seeks, which pledges hold a part of it, and which could fill the rest. */
import { useParams, useSearch } from 'wouter';
import { addressOf, pastIn, stateAddress, withSearch } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Figured } from '../../parts/figured.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { StatusWord } from '../../parts/status-word.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { NOT_AMONG_STATES } from '../../server/who-matches.data.ts';
import { levelName } from '../../words/codes.ts';
import { sayOfGaps } from '../../words/gap-words.ts';
import { nameOf } from '../../words/names.ts';
import { day, number } from '../../words/numbers.ts';
import { Candidates } from './candidates.tsx';
import { PledgeLink } from './pledge-link.tsx';

type Details = Answer<'/gaps/{gapId}'>;

export const Gap = () => {
  const { gapId = '' } = useParams<{ gapId?: string }>();
  const past = pastIn(useSearch());
  const session = useSession();
  const asked = useAsked('/gaps/{gapId}', { path: { gapId }, query: past });
  const body = asked.data?.body;
  const words = sayOfGaps();
  const readsCandidates = !NOT_AMONG_STATES.includes(session?.session?.caller.role ?? 'PUBLIC');
  return (
    <Page
      title={body ? words.titleOf(body.mission, nameOf('capability', body.capabilityCode)) : words.title}
      rests={body && { recordedUpTo: body.recordedUpTo, json: withSearch(`/gaps/${gapId}`, { ...past }) }}
    >
      <AskedPart of={asked}>
        {(gap) => (
          <>
            <Sought gap={gap} />
            <Held gap={gap} />
            {readsCandidates ? (
              <Candidates gapId={gapId} past={past} />
            ) : (
              session !== undefined && <p className="quiet">{words.gap.candidatesFor}</p>
            )}
          </>
        )}
      </AskedPart>
    </Page>
  );
};

const Sought = ({ gap }: { readonly gap: Details }) => {
  const { gap: words } = sayOfGaps();
  const { left, number: wanted, neededBy, priority, capabilityCode, substitutes } = gap;
  return (
    <>
      <p className="headline">
        {left === null ? (
          <Figured text={words.wanted(wanted, number(wanted))} figure={number(wanted)} />
        ) : (
          <Figured text={words.open(left, number(left), number(wanted))} figure={number(left)} />
        )}
        {words.priorities[priority]} {neededBy === null ? words.noDay : words.neededBy(day(neededBy))}
      </p>
      {substitutes.length > 0 && (
        <p>{words.instead(substitutes.map((code) => nameOf('capability', code)).join(', '))}</p>
      )}
      <p className="ways-on">
        <PlaceLink to={registerAddress({ capabilityCode: [capabilityCode, ...substitutes] })}>
          {words.register}
        </PlaceLink>
        <PlaceLink to={addressOf.gaps}>{words.all}</PlaceLink>
      </p>
    </>
  );
};

const Held = ({ gap: { filledBy } }: { readonly gap: Details }) => {
  const { gap: words } = sayOfGaps();
  const { columns } = words;
  return (
    <section aria-labelledby="held">
      <h2 id="held">{words.held}</h2>
      {filledBy.length === 0 ? (
        <p>{words.heldNone}</p>
      ) : (
        <Rows
          caption={words.held}
          items={filledBy}
          keyOf={({ reservationId }) => reservationId}
          columns={[
            {
              name: columns.pledge,
              of: ({ reference, pledgeId }) => <PledgeLink reference={reference} pledgeId={pledgeId} />,
            },
            {
              name: columns.state,
              of: ({ memberState, memberStateName }) =>
                memberState && <PlaceLink to={stateAddress(memberState)}>{memberStateName}</PlaceLink>,
              speaksForItself: true,
            },
            {
              name: columns.status,
              of: ({ status }) => <StatusWord status={status} />,
              speaksForItself: true,
            },
            { name: columns.level, of: ({ level }) => level && levelName(level), speaksForItself: true },
            { name: columns.quantity, of: ({ quantity }) => number(quantity), isNumber: true },
          ]}
        />
      )}
    </section>
  );
};
