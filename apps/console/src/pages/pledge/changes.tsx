/** What an event changed of what the reader may see, before and after. */
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { valueInWords } from './event-words.ts';
import type { PledgeEvent } from './pledge-event.ts';

/** Of an announcement everything is new: the state after it says it better. */
const MANY = 12;

interface ChangesProps {
  readonly event: PledgeEvent;
  /** Whether to say so where it changed nothing. */
  readonly sayNothing?: boolean;
}

export const Changes = ({ event: { changes }, sayNothing = false }: ChangesProps) => {
  const said = changes.filter(
    ({ before, after }) => valueInWords(before) !== '' || valueInWords(after) !== '',
  );
  if (said.length === 0) return sayNothing ? <p className="quiet">{say().slider.nothing}</p> : null;
  const words = say().history;
  return (
    <details className="changed" open={said.length <= MANY}>
      <summary>{say().slider.changed(said.length)}</summary>
      <table className="changes">
        <caption className="unseen">{words.changed}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.beforeIt}</th>
            <th scope="col">{words.afterIt}</th>
          </tr>
        </thead>
        <tbody>
          {said.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{writtenOut(field)}</th>
              <td>{valueInWords(before)}</td>
              <td>{valueInWords(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
