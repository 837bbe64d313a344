/** What the state needs of others, and how much of it was answered. */
import { AskedPart } from '../../parts/asked.tsx';
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
            <table className="rows">
              <caption className="unseen">{words.tabs.needs}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.need}</th>
                  <th scope="col">{words.neededBy}</th>
                  <th scope="col">{words.answered}</th>
                  <th scope="col">{say().register.columns.status}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ needId, text, neededBy, answered, number: wanted, state }) => (
                  <tr key={needId}>
                    <th scope="row">{text}</th>
                    <td data-label={words.neededBy}>
                      <Day on={neededBy} />
                    </td>
                    <td data-label={words.answered}>
                      {wanted === null || answered === null
                        ? say().notStated
                        : say().plot.of(number(answered), number(wanted))}
                    </td>
                    <td>{writtenOut(state)}</td>
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
