/** What missions lack: of which units how many are still open, which pledges hold the others, and which may fill them. */
import { useSearch } from 'wouter';
import { pastIn, pledgeAddress, withSearch } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { nameOf } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

type Gap = Answer<'/gaps'>['items'][number];

/** More of them are on the next page of the API. */
const MOST = 200;

export const Gaps = () => {
  const past = pastIn(useSearch());
  const query = { ...past, state: ['OPEN' as const], limit: MOST };
  const asked = useAsked('/gaps', { query });
  const words = say().gaps;
  return (
    <Page
      title={words.title}
      rests={
        asked.data && {
          recordedUpTo: asked.data.body.recordedUpTo,
          json: withSearch('/gaps', { ...past, state: 'OPEN' }),
        }
      }
    >
      <p className="lead">{words.lead}</p>
      <AskedPart of={asked}>
        {({ items }) => (items.length === 0 ? <p>{words.none}</p> : <Those items={items} />)}
      </AskedPart>
    </Page>
  );
};

const Those = ({ items }: { readonly items: readonly Gap[] }) => {
  const { columns, title } = say().gaps;
  return (
    <table className="rows">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.gap}</th>
          <th scope="col">{columns.open}</th>
          <th scope="col">{columns.neededBy}</th>
          <th scope="col">{columns.held}</th>
          <th scope="col">{columns.candidates}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((gap) => (
          <Row key={gap.gapId} gap={gap} />
        ))}
      </tbody>
    </table>
  );
};

const Row = ({ gap }: { readonly gap: Gap }) => {
  const { mission, capabilityCode, substitutes, number: wanted, left, neededBy, filledBy } = gap;
  const { columns, ...words } = say().gaps;
  const holders = filledBy.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  return (
    <tr>
      <th scope="row">
        {mission}: {nameOf('capability', capabilityCode)}
        <span className="meta">
          <Code>{gap.gapId}</Code>
        </span>
      </th>
      <td data-label={columns.open}>
        {left === null ? number(wanted) : say().plot.of(number(left), number(wanted))}
      </td>
      <td data-label={columns.neededBy}>
        <Day on={neededBy} />
      </td>
      <td data-label={columns.held}>
        {holders.map((reference) => (
          <PlaceLink key={reference} to={pledgeAddress(reference)}>
            <Code>{reference}</Code>
          </PlaceLink>
        ))}
      </td>
      <td data-label={columns.candidates}>
        <PlaceLink to={registerAddress({ capabilityCode: [capabilityCode, ...substitutes] })}>
          {words.pledges}
          <span className="unseen"> {nameOf('capability', capabilityCode)}</span>
        </PlaceLink>
      </td>
    </tr>
  );
};
