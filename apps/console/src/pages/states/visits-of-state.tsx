/** Which visits to units of the state are planned or were held, and what is still to be said of them. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { useAsked } from '../../server/api.ts';
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { Days } from './days.tsx';

const SHOWN = 10;

export const VisitsOfState = ({ code }: { readonly code: string }) => {
  const words = say().states;
  return (
    <AskedPart of={useAsked('/visits', { query: { memberState: [code], limit: SHOWN } })} room="line">
      {({ items }) => (
        <section aria-labelledby="visits">
          <h2 id="visits">{words.visits}</h2>
          {items.length === 0 ? (
            <p>{words.visitsNone}</p>
          ) : (
            <Rows
              caption={words.visits}
              items={items}
              keyOf={({ visitId }) => visitId}
              columns={[
                { name: words.visit, of: ({ purpose }) => purpose },
                { name: words.visitDays, of: (visit) => <Days of={visit} />, speaksForItself: true },
                {
                  name: say().register.columns.status,
                  of: ({ state }) => writtenOut(state),
                  speaksForItself: true,
                },
                {
                  name: words.visitUnits,
                  of: ({ unitsNamed }) =>
                    unitsNamed.map(({ pledgeId, reference }) => (
                      <p key={pledgeId}>
                        <PlaceLink to={pledgeAddress(reference ?? pledgeId)}>
                          <Code>{reference ?? pledgeId}</Code>
                        </PlaceLink>
                      </p>
                    )),
                  speaksForItself: true,
                },
              ]}
            />
          )}
        </section>
      )}
    </AskedPart>
  );
};
