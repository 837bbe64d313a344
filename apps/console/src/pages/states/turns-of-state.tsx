/** The pledges that the state fills in turns with others, or carries together with them: whose turn it is, and which turns nobody has. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import { nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';

export const TurnsOfState = ({ code, past }: { readonly code: string; readonly past: Past }) => {
  const words = say().states;
  return (
    <AskedPart of={useAsked('/rotations', { query: { ...past, memberState: [code] } })} room="plot">
      {({ items }) => (
        <section aria-labelledby="turns">
          <h2 id="turns">{words.tabs.turns}</h2>
          {items.length === 0 ? (
            <p>{words.turnsNone}</p>
          ) : (
            <table className="rows">
              <caption className="unseen">{words.tabs.turns}</caption>
              <thead>
                <tr>
                  <th scope="col">{say().register.columns.pledge}</th>
                  <th scope="col">{words.states}</th>
                  <th scope="col">{words.inPlace}</th>
                  <th scope="col">{words.turns}</th>
                  <th scope="col">{words.holes}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ pledgeId, reference, states, inPlace, turns, holes }) => (
                  <tr key={pledgeId}>
                    <th scope="row">
                      <PlaceLink to={pledgeAddress(reference)}>
                        <Code>{reference}</Code>
                      </PlaceLink>
                    </th>
                    <td>{states.map((state) => nameOf('state', state)).join(', ')}</td>
                    <td>{inPlace === null ? say().none : nameOf('state', inPlace)}</td>
                    <td>
                      {turns.map(({ state, from, to }) => (
                        <p key={`${state} ${from}`}>
                          {nameOf('state', state)}, <Day on={from} /> – <Day on={to} />
                        </p>
                      ))}
                    </td>
                    <td>
                      {holes.map(({ from, to }) => (
                        <p key={from}>
                          <Day on={from} /> – <Day on={to} />
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
