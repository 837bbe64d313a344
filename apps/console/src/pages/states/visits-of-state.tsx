/** Which visits to units of the state are planned or were held, and what is still to be said of them. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

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
            <table className="rows">
              <caption className="unseen">{words.visits}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.visit}</th>
                  <th scope="col">{words.visitDays}</th>
                  <th scope="col">{say().register.columns.status}</th>
                  <th scope="col">{words.visitUnits}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ visitId, purpose, from, to, state, unitsNamed }) => (
                  <tr key={visitId}>
                    <th scope="row">{purpose}</th>
                    <td>
                      <Day on={from} /> – <Day on={to} />
                    </td>
                    <td>{writtenOut(state)}</td>
                    <td>
                      {unitsNamed.map(({ pledgeId, reference }) => (
                        <p key={pledgeId}>
                          <PlaceLink to={pledgeAddress(reference ?? pledgeId)}>
                            <Code>{reference ?? pledgeId}</Code>
                          </PlaceLink>
                        </p>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
    </AskedPart>
  );
};
