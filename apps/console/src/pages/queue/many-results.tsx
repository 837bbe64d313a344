/** What became of what was sent to many: it stays until its reader closes it, the refused first, each with its reason and a link. */
import { useEffect, useRef } from 'react';
import { pledgeAddress } from '../../addresses/addresses.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Refused, Unanswered } from '../../server/problem.ts';
import { commandName, statusName } from '../../words/codes.ts';
import { sayOfMany } from '../../words/many-words.ts';
import { say } from '../../words/words.ts';
import { mayBeRepeated } from './use-many.ts';
import type { Outcome } from './use-many.ts';

interface ManyResultsProps {
  readonly command: string;
  readonly outcomes: readonly Outcome[];
  /** While some are sent again. */
  readonly isSending: boolean;
  readonly onAgain: (outcomes: readonly Outcome[]) => void;
  readonly onClose: () => void;
}

export const ManyResults = ({ command, outcomes, isSending, onAgain, onClose }: ManyResultsProps) => {
  const title = useRef<HTMLHeadingElement>(null);
  // The form, which had it, is gone.
  useEffect(() => title.current?.focus(), []);
  const words = sayOfMany();
  const said = words.results(commandName(command));
  const refused = outcomes.filter(({ recorded }) => recorded === null);
  const repeatable = refused.filter(mayBeRepeated);
  const accepted = outcomes.filter(({ recorded }) => recorded !== null);
  return (
    <section className="many-results" aria-labelledby="many-results">
      <h2 id="many-results" ref={title} tabIndex={-1}>
        {said}
      </h2>
      <p role="status">{words.summary(accepted.length, refused.length)}</p>
      <table className="rows">
        <caption className="unseen">{said}</caption>
        <thead>
          <tr>
            <th scope="col">{words.pledge}</th>
            <th scope="col">{words.reference}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {[...refused, ...accepted].map((outcome) => (
            <Row key={outcome.about.pledgeId} of={outcome} />
          ))}
        </tbody>
      </table>
      <p className="sends">
        {repeatable.length > 0 && (
          <button type="button" aria-disabled={isSending} onClick={() => isSending || onAgain(repeatable)}>
            {words.again(repeatable.length)}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </section>
  );
};

const Row = ({ of: { about, recorded, error } }: { readonly of: Outcome }) => {
  const words = sayOfMany();
  return (
    <tr>
      <th scope="row">
        <PlaceLink to={pledgeAddress(about.reference)}>{about.description}</PlaceLink>
      </th>
      <td className="meta">
        <Code>{about.reference}</Code>
      </td>
      <td>
        {recorded !== null ? (
          recorded.repeated ? (
            words.repeated
          ) : (
            words.accepted
          )
        ) : (
          <>
            <strong>{words.refused}</strong>: {reasonOf(error)}
            {error instanceof Refused && (
              <span className="meta">
                {say().problem.code} <Code>{error.problem.code}</Code>
              </span>
            )}
          </>
        )}
      </td>
    </tr>
  );
};

/** Where the pledge itself stands in the way, the words of the server list all that is possible instead, which the page of the pledge has. */
const reasonOf = (error: Error | null): string => {
  if (error instanceof Unanswered) return say().problem.offline;
  const status = error instanceof Refused ? error.problem.pledgeStatus : undefined;
  return status ? say().form.statusNow(statusName(status)) : (error?.message ?? '');
};
