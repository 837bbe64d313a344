/** What an event changed of what the reader may see, before and after. */
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { valueInWords } from './event-words.ts';
import type { PledgeEvent } from './history-days.ts';

export const Changes = ({ event: { changes } }: { readonly event: PledgeEvent }) => {
  const said = changes.filter(
    ({ before, after }) => valueInWords(before) !== '' || valueInWords(after) !== '',
  );
  if (said.length === 0) return null;
  const words = say().history;
  return (
    <table className="changes">
      <caption>{words.changed}</caption>
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
  );
};
