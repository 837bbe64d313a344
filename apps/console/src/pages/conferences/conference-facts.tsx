/** What is known of a conference itself. What is not known is left out. */
import type { ReactNode } from 'react';
import { conferenceAddress, stateAddress } from '../../addresses/addresses.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Source } from '../../parts/source.tsx';
import type { Answer } from '../../server/api.ts';
import { conferenceName } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { daysOf } from './days-of.ts';

type Details = Answer<'/conferences/{code}'>;
type Part = Details['roles'][number];

export const ConferenceFacts = ({ of }: { readonly of: Details }) => {
  const words = say().conferences;
  const facts = factsOf(of).filter(([, value]) => value !== null && value !== false);
  return (
    <section className="facts conference-facts" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const factsOf = (of: Details): readonly (readonly [string, ReactNode])[] => {
  const words = say().conferences;
  const { kind, place, placeInSeries, raisesFor, mainConference, preparedBy, roles, themes, source } = of;
  const held = Object.entries(words.roles).map(([role, name]) => {
    const parts = roles.filter((part) => part.role === role);
    return [name, parts.length > 0 && <Parts of={parts} />] as const;
  });
  return [
    [words.kind, words.kinds[kind]],
    [words.days, daysOf(of)],
    [words.place, place],
    [words.inSeries, placeInSeries !== null && words.nth(number(placeInSeries))],
    [words.raisesFor, raisesFor],
    [
      words.prepares,
      mainConference !== null && (
        <PlaceLink to={conferenceAddress(mainConference)}>{conferenceName(mainConference)}</PlaceLink>
      ),
    ],
    ...held,
    [
      words.preparedBy,
      preparedBy.length > 0 && (
        <ul className="plain">
          {preparedBy.map(({ code, name }) => (
            <li key={code}>
              <PlaceLink to={conferenceAddress(code)}>{name}</PlaceLink>
            </li>
          ))}
        </ul>
      ),
    ],
    [words.themes, themes.length > 0 && themes.join(', ')],
    [words.source, <Source key="source" of={source} />],
  ];
};

/** With how many pledges each made there; a body of no state has no page. */
const Parts = ({ of }: { readonly of: readonly Part[] }) => (
  <ul className="in-line">
    {of.map(({ memberState, asStated, pledges }) => (
      <li key={asStated}>
        {memberState === null ? asStated : <PlaceLink to={stateAddress(memberState)}>{asStated}</PlaceLink>}
        {pledges !== null && pledges > 0 && (
          <span className="meta"> {say().overview.pledges(pledges, number(pledges))}</span>
        )}
      </li>
    ))}
  </ul>
);
