/** Where pledges were made: the conferences in their order, and apart from them the meetings that prepared them. */
import { useSearch } from 'wouter';
import { conferenceAddress, pastIn, withSearch } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { conferenceName } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { daysOf } from './days-of.ts';

type Conference = Answer<'/conferences'>['items'][number];

/** There are a few a year; more than these are on the next page of the API. */
const MOST = 200;

export const Conferences = () => {
  const past = pastIn(useSearch());
  const asked = useAsked('/conferences', { query: { ...past, limit: MOST } });
  const words = say().conferences;
  return (
    <Page
      title={words.title}
      rests={
        asked.data && {
          recordedUpTo: asked.data.body.recordedUpTo,
          json: withSearch('/conferences', { ...past }),
        }
      }
    >
      <p className="lead">{words.lead}</p>
      <AskedPart of={asked}>
        {({ items }) => (
          <>
            <Those title={words.series} items={items.filter(({ series }) => series)} />
            <Those
              title={words.others}
              items={items.filter(({ series, kind }) => !series && kind !== 'preparatory')}
            />
            <Those title={words.preparatory} items={items.filter(({ kind }) => kind === 'preparatory')} />
          </>
        )}
      </AskedPart>
    </Page>
  );
};

const Those = ({ title, items }: { readonly title: string; readonly items: readonly Conference[] }) => {
  const words = say().conferences.columns;
  if (items.length === 0) return null;
  const latestFirst = [...items].sort((a, b) => ((a.start ?? a.code) < (b.start ?? b.code) ? 1 : -1));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="rows conferences">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.conference}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.place}</th>
            <th scope="col" className="value">
              {words.pledges}
            </th>
          </tr>
        </thead>
        <tbody>
          {latestFirst.map((conference) => (
            <tr key={conference.code}>
              <th scope="row">
                <PlaceLink to={conferenceAddress(conference.code)}>{shortName(conference)}</PlaceLink>
                {conference.series && <span className="meta">{conference.name}</span>}
              </th>
              <td>{daysOf(conference)}</td>
              <td>{conference.place}</td>
              <td className="value" data-label={words.pledges}>
                {number(conference.counted.pledges.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Those of the series are known by place and year, the others by what they were about. */
const shortName = ({ series, code, name }: Conference): string => (series ? conferenceName(code) : name);
