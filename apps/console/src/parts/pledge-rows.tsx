/** The pledges of one page of the register. `j` and `k` go from row to row. */
import { pledgeAddress, stateAddress } from '../addresses/addresses.ts';
import { Code } from './code.tsx';
import { PlaceLink } from './place-link.tsx';
import { quantityInWords } from './quantity.tsx';
import { StatusWord } from './status-word.tsx';
import { useRowKeys } from './row-keys.ts';
import { Day } from './when.tsx';
import type { Answer } from '../server/api.ts';
import { levelName } from '../words/codes.ts';
import { say } from '../words/words.ts';

interface PledgeRowsProps {
  readonly items: Answer<'/pledges'>['items'];
  /** False where all are of one state. */
  readonly withState?: boolean;
}

export const PledgeRows = ({ items, withState = true }: PledgeRowsProps) => {
  const table = useRowKeys();
  const words = say().register.columns;
  const hasLevel = items.some(({ level }) => level !== null);
  return (
    <table className="rows" ref={table}>
      <caption className="unseen">{say().register.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.pledge}</th>
          {withState && <th scope="col">{words.state}</th>}
          <th scope="col" className="value">
            {words.quantity}
          </th>
          <th scope="col">{words.status}</th>
          {hasLevel && <th scope="col">{words.level}</th>}
          <th scope="col">{words.lastWord}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((pledge) => (
          <tr key={pledge.pledgeId}>
            <th scope="row">
              <PlaceLink to={pledgeAddress(pledge.reference)}>{shortened(pledge.description)}</PlaceLink>
              <span className="meta">
                <Code>{pledge.reference}</Code>
              </span>
            </th>
            {withState && (
              <td>
                <PlaceLink to={stateAddress(pledge.memberState)}>{pledge.memberStateName}</PlaceLink>
              </td>
            )}
            <td className={pledge.quantity === null ? 'value quiet' : 'value'}>
              {quantityInWords(pledge.quantity)}
            </td>
            <td>
              <StatusWord status={pledge.status} />
              <span className="meta">
                <Day on={pledge.statusSince} />
              </span>
            </td>
            {hasLevel && <td>{pledge.level === null ? '' : levelName(pledge.level)}</td>}
            <td data-label={words.lastWord}>
              <Day on={pledge.lastWordOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const LONGEST = 140;

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
