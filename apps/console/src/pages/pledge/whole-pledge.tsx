/** The parts of a pledge's page, in their places: the moment, where it stands, what may be done, the form, how it came to this. */
import { lazy, Suspense } from 'react';
import { useSearch } from 'wouter';
import { actIn } from '../../addresses/act-address.ts';
import { pastIn, pledgeAddress } from '../../addresses/addresses.ts';
import { comparedIn, revisionIn } from '../../addresses/compare-address.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import type { Answer, Answered } from '../../server/api.ts';
import { say } from '../../words/words.ts';
import { ActForm } from './act-form.tsx';
import { Acts } from './acts.tsx';
import { PROPOSALS } from './correct-this.tsx';
import { Facts } from './facts.tsx';
import { Head } from './head.tsx';
import { History, historyKey } from './history.tsx';
import { InQueue, useNeighbours } from './in-queue.tsx';
import { Notice } from './notice.tsx';
import { Slider } from './slider.tsx';
import { StatusPath } from './status-path.tsx';
import { useActing } from './use-acting.ts';

/** What is said of the log, which nobody waits for. */
const ProofCard = lazy(() => import('./proof-card.tsx').then(({ ProofCard }) => ({ default: ProofCard })));

type Details = Answer<'/pledges/{pledgeId}'>;

interface WholePledgeProps {
  readonly pledge: Details;
  /** As the address calls it. */
  readonly named: string;
  readonly etag: string | null;
  /** What has been asked for again, to be shown. */
  readonly onRead: (answered: Answered<Details>) => void;
}

export const WholePledge = ({ pledge, named, etag, onRead }: WholePledgeProps) => {
  const search = useSearch();
  const past = pastIn(search);
  const neighbours = useNeighbours();
  const { elsewhere } = neighbours;
  // What is in the past can be looked at and nothing more.
  const atRevision = revisionIn(search);
  const isPast = past.asOf !== undefined || past.knownAt !== undefined || atRevision !== null;
  const act = isPast ? null : actIn(search, [...elsewhere, ...pledge.commands]);
  const { notice, readAnew, onRecorded, onClose } = useActing({ pledge, named, neighbours, onRead });
  return (
    <div className="pledge">
      {atRevision !== null && (
        <>
          <p className="past" role="note">
            {say().history.at(String(atRevision))}{' '}
            <PlaceLink to={pledgeAddress(pledge.reference)}>{say().history.now}</PlaceLink>
          </p>
          <Slider
            pledgeId={pledge.pledgeId}
            reference={pledge.reference}
            revision={atRevision}
            compare={comparedIn(search)}
          />
        </>
      )}
      <InQueue />
      <Head pledge={pledge} />
      {notice !== null && <Notice {...notice} />}
      <StatusPath pledge={pledge} />
      <div className="pledge-columns">
        <div className="pledge-side">
          {!isPast && <Acts pledge={pledge} elsewhere={elsewhere} />}
          <Facts pledge={pledge} />
          <Suspense fallback={null}>
            <ProofCard pledgeId={pledge.pledgeId} historyKey={historyKey(pledge.pledgeId)} />
          </Suspense>
        </div>
        <div className="pledge-main">
          {act !== null && (
            <ActForm
              act={act}
              pledge={pledge}
              etag={etag}
              elsewhere={elsewhere}
              readAnew={readAnew}
              onRecorded={onRecorded}
              onClose={onClose}
            />
          )}
          <History
            pledgeId={pledge.pledgeId}
            reference={pledge.reference}
            past={past}
            proposals={isPast ? [] : pledge.commands.filter(({ command }) => PROPOSALS.includes(command))}
          />
        </div>
      </div>
    </div>
  );
};
