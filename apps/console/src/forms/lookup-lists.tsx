/** The lists that fields are chosen from, once for all fields of a form. */
import { entriesOf, LISTS } from '../words/names.ts';

export const LookupLists = () =>
  LISTS.map((lookup) => (
    <datalist id={`lookup-${lookup}`} key={lookup}>
      {entriesOf(lookup).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  ));
