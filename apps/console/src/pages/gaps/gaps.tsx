/** What missions lack: of which units how many are still open, and which pledges hold the others. Each leads to what could fill it. */
import { useSearch } from 'wouter';
import { gapAddress, pastIn, withSearch } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { sayOfGaps } from '../../words/gap-words.ts';
import { nameOf } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { PledgeLink } from './pledge-link.tsx';

type Gap = Answer<'/gaps'>['items'][number];

/** More of them are on the next page of the API. */
const MOST = 200;

export const Gaps = () => {
  const past = pastIn(useSearch());
  const query = { ...past, state: ['OPEN' as const], limit: MOST };
  const asked = useAsked('/gaps', { query });
  const words = sayOfGaps();
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
  const { columns, title, titleOf } = sayOfGaps();
  return (
    <Rows
      caption={title}
      items={items}
      keyOf={({ gapId }) => gapId}
      columns={[
        {
          name: columns.gap,
          of: ({ gapId, mission, capabilityCode }) => (
            <PlaceLink to={gapAddress(gapId)}>
              {titleOf(mission, nameOf('capability', capabilityCode))}
            </PlaceLink>
          ),
        },
        {
          // Who has not signed in is told what is sought, and not how much of it is held.
          name: items.some(({ left }) => left !== null) ? columns.open : columns.sought,
          of: ({ left, number: wanted }) =>
            left === null ? number(wanted) : say().plot.of(number(left), number(wanted)),
        },
        { name: columns.neededBy, of: ({ neededBy }) => <Day on={neededBy} /> },
        {
          name: columns.held,
          of: ({ filledBy }) =>
            filledBy.map(({ reservationId, reference, pledgeId }) => (
              <PledgeLink key={reservationId} reference={reference} pledgeId={pledgeId} />
            )),
        },
      ]}
    />
  );
};
