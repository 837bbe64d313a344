/** What a page rests on: up to when the log was read, by which rules, and the same as data. */
import { addressOf } from '../addresses/addresses.ts';
import { say } from '../words/words.ts';
import { Code } from './code.tsx';
import { PlaceLink } from './place-link.tsx';
import { moment } from '../words/numbers.ts';

export interface Rests {
  readonly recordedUpTo: string | null;
  readonly ruleSet?: string;
  /** Where a program finds what the page shows. */
  readonly json?: string;
}

export const Foot = ({ rests }: { readonly rests: Rests | undefined }) => (
  <footer>
    <p className="only-print">{location.href}</p>
    {rests?.recordedUpTo && (
      <p>
        <time dateTime={rests.recordedUpTo}>{say().foot.recordedUpTo(moment(rests.recordedUpTo))}</time>
        {rests.ruleSet && <Code>{say().foot.ruleSet(rests.ruleSet)}</Code>}
      </p>
    )}
    <p className="no-print">
      {rests?.json && <a href={rests.json}>{say().foot.asJson}</a>}
      <a href="/docs">{say().foot.api}</a>
      <PlaceLink to={addressOf.proof}>{say().foot.proof}</PlaceLink>
      <PlaceLink to={addressOf.help}>{say().foot.help}</PlaceLink>
      <a href="/console/licences.txt">{say().foot.licences}</a>
    </p>
  </footer>
);
