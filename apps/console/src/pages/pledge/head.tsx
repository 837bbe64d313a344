/** The first lines of a pledge: how it is cited, where it stands, until when. */
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { asPublic, isAsPublic } from '../../addresses/addresses.ts';
import { afterEvent } from '../../addresses/compare-address.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { StatusWord } from '../../parts/status-word.tsx';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { levelName } from '../../words/codes.ts';
import { day, daysBetween, lengthOfTime } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

/** Its announcement, which every reader sees. */
const FIRST_EVENT = 0;

export const Head = ({ pledge }: { readonly pledge: Answer<'/pledges/{pledgeId}'> }) => {
  const {
    reference,
    status,
    statusSince,
    suspended,
    level,
    validUntil,
    dueOn,
    silent,
    lastWord,
    recordedUpTo,
  } = pledge;
  const words = say().pledge;
  const search = useSearch();
  const isPast = /[?&]?(?:asOf|knownAt|atRevision)=/.test(search);
  const isOwnView = !isAsPublic(search);
  const hasSignedIn = (useSession()?.session ?? null) !== null;
  const silentFor =
    !isPast && silent && lastWord && recordedUpTo
      ? daysBetween(lastWord.on, recordedUpTo.slice(0, 10))
      : null;
  const rest = [
    level && levelName(level),
    validUntil && words.validUntil(day(validUntil)),
    dueOn && dueOn !== validUntil && words.due(day(dueOn)),
  ].filter(Boolean);
  return (
    <div className="pledge-head">
      <p>
        <StatusWord status={status} suspended={suspended} />{' '}
        <span className="quiet">{words.since(day(statusSince))}</span>
        {rest.length > 0 && <span className="quiet"> · {rest.join(' · ')}</span>}
      </p>
      {silentFor !== null && <p className="silent">{words.silent(lengthOfTime(silentFor))}</p>}
      <p className="meta pledge-tools">
        <Code>{reference}</Code>
        <CopyLink />
        {isOwnView && hasSignedIn && (
          <PlaceLink to={asPublic(reference)} className="no-print">
            {words.asPublic}
          </PlaceLink>
        )}
        {!isPast && isOwnView && (
          <Link href={afterEvent(reference, FIRST_EVENT)} className="no-print">
            {say().slider.open}
          </Link>
        )}
        <button type="button" className="quiet-button" onClick={() => print()}>
          {words.print}
        </button>
      </p>
    </div>
  );
};

const CopyLink = () => {
  const [isCopied, setCopied] = useState(false);
  const { origin, pathname } = location;
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => {
        void navigator.clipboard.writeText(origin + pathname).then(() => setCopied(true));
      }}
    >
      {isCopied ? say().pledge.copied : say().pledge.copyLink}
    </button>
  );
};
