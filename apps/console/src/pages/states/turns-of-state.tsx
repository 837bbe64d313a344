/** The pledges that the state fills in turns with others, or carries together with them: whose turn it is, and which turns nobody has. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { useAsked } from '../../server/api.ts';
import { nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { Days } from './days.tsx';

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
            <Rows
              caption={words.tabs.turns}
              items={items}
              keyOf={({ pledgeId }) => pledgeId}
              columns={[
                {
                  name: say().register.columns.pledge,
                  of: ({ reference }) => (
                    <PlaceLink to={pledgeAddress(reference)}>
                      <Code>{reference}</Code>
                    </PlaceLink>
                  ),
                },
                {
                  name: words.states,
                  of: ({ states }) => states.map((state) => nameOf('state', state)).join(', '),
                },
                {
                  name: words.inPlace,
                  of: ({ inPlace }) => (inPlace === null ? say().none : nameOf('state', inPlace)),
                },
                {
                  name: words.turns,
                  of: ({ turns }) =>
                    turns.map((turn) => (
                      <p key={`${turn.state} ${turn.from}`}>
                        {nameOf('state', turn.state)}, <Days of={turn} />
                      </p>
                    )),
                },
                {
                  name: words.holes,
                  of: ({ holes }) =>
                    holes.length === 0
                      ? say().none
                      : holes.map((hole) => (
                          <p key={hole.from}>
                            <Days of={hole} />
                          </p>
                        )),
                },
              ]}
            />
          )}
        </section>
      )}
    </AskedPart>
  );
};
