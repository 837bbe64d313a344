/** What the state needs of others, and how much of it was answered. */
import { AskedPart } from '../../parts/asked.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Day } from '../../parts/when.tsx';
import { useAsked } from '../../server/api.ts';
import { writtenOut } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

export const NeedsOfState = ({ code }: { readonly code: string }) => {
  const words = say().states;
  return (
    <AskedPart of={useAsked('/needs', { query: { memberState: [code] } })} room="plot">
      {({ items }) => (
        <section aria-labelledby="needs">
          <h2 id="needs">{words.tabs.needs}</h2>
          {items.length === 0 ? (
            <p>{words.needsNone}</p>
          ) : (
            <Rows
              caption={words.tabs.needs}
              items={items}
              keyOf={({ needId }) => needId}
              columns={[
                { name: words.need, of: ({ text }) => text },
                { name: words.neededBy, of: ({ neededBy }) => <Day on={neededBy} /> },
                {
                  name: words.answered,
                  of: ({ answered, number: wanted }) =>
                    wanted === null || answered === null
                      ? say().notStated
                      : say().plot.of(number(answered), number(wanted)),
                },
                {
                  name: say().register.columns.status,
                  of: ({ state }) => writtenOut(state),
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
