/** What the announcement would become as it stands: what it leaves unsaid, which pledges are like it. It helps, and bars nothing. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Refused } from '../../server/problem.ts';
import type { AnnouncementCheck } from '../../server/commands.ts';
import { categoryName, conferenceName, writtenOut } from '../../words/codes.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import type { Checks } from './use-checks.ts';

type Alike = AnnouncementCheck['alike'][number];

interface CheckPanelProps {
  readonly checks: Checks;
  readonly category: string;
  readonly onLink: (alike: Alike, instead: NonNullable<Alike['instead']>) => void;
  readonly onAdditional: () => void;
}

export const CheckPanel = ({ checks, category, onLink, onAdditional }: CheckPanelProps) => {
  const words = say().announce;
  const { isAsked, isChecking, check, refusal } = checks;
  return (
    <section className="check-panel" aria-labelledby="check">
      <h2 id="check">{words.before}</h2>
      <div role="status">
        {!isAsked && <p className="quiet">{words.tooLittle}</p>}
        {isChecking && <p className="quiet">{words.checking}</p>}
        {!isChecking && refusal === null && isAsked && check?.outcome !== 'UNCHANGED' && (
          <p>{words.wouldBeTaken}</p>
        )}
        {!isChecking && refusal !== null && <p className="field-error">{detailOf(refusal)}</p>}
      </div>
      {check !== null && (
        <>
          <Outcome of={check} category={category} />
          {check.missing.length > 0 && (
            <>
              <h3>{words.unsaid}</h3>
              <ul className="asks">
                {check.missing.map(({ part, ask }) => (
                  <li key={part}>{ask}</li>
                ))}
              </ul>
            </>
          )}
          {check.notChecked.length > 0 && <p className="quiet">{words.notChecked}</p>}
          {check.alike.length > 0 && (
            <>
              <h3>{words.alike(check.alikeInAll, number(check.alikeInAll))}</h3>
              <p className="quiet">{words.alikeText}</p>
              <ul className="alike">
                {check.alike.map((alike) => (
                  <li key={alike.pledgeId}>
                    <p>
                      <PlaceLink to={pledgeAddress(alike.reference)}>{alike.description}</PlaceLink>
                    </p>
                    <p className="meta">
                      {words.kinds[alike.kind]} ·{' '}
                      {alike.conference === null ? say().overview.outside : conferenceName(alike.conference)}{' '}
                      · <Code>{alike.reference}</Code>
                    </p>
                    <LinkTo alike={alike} onLink={onLink} />
                  </li>
                ))}
              </ul>
              <p>
                <button type="button" onClick={onAdditional}>
                  {words.additional}
                </button>
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
};

/** For those who decide what is one pledge, as the server offers it. */
const LinkTo = ({ alike, onLink }: { readonly alike: Alike } & Pick<CheckPanelProps, 'onLink'>) => {
  const { instead, reference } = alike;
  if (instead === null) return null;
  return (
    <p>
      <button type="button" onClick={() => onLink(alike, instead)}>
        {say().announce.link}
        <span className="unseen"> {reference}</span>
      </button>
    </p>
  );
};

const detailOf = (refusal: Error): string =>
  refusal instanceof Refused ? refusal.problem.detail : say().problem.offline;

/** Nothing new, another offer in the same words, or a pledge to be. */
const Outcome = ({ of, category }: { readonly of: AnnouncementCheck; readonly category: string }) => {
  const words = say().announce;
  const { outcome, reference, fields, memberStateName, expectedTrack } = of;
  if (outcome === 'ADDED')
    return (
      <p>
        {words.becomes(memberStateName, categoryName(category))}{' '}
        {expectedTrack !== null && words.track[expectedTrack]}
      </p>
    );
  return (
    <p>
      {outcome === 'UNCHANGED' ? words.unchanged : words.differs(fields.map(writtenOut).join(', '))}{' '}
      <PlaceLink to={pledgeAddress(reference)}>
        <Code>{reference}</Code>
      </PlaceLink>
    </p>
  );
};
