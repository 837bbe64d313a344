/** What the log of proofs has to say about a pledge: whether this page fits what was signed. How many events there are in all is no matter of a pledge. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { addressOf } from '../../addresses/addresses.ts';
import type { ShownEvent } from '../../checks/check-event.ts';
import { checkPledge } from '../../checks/check-pledge.ts';
import { isAble } from '../../checks/web-crypto.ts';
import { MisfitBox } from '../../parts/misfit-box.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { ServiceAlarmBox } from '../../parts/service-alarm-box.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer, Answered } from '../../server/api.ts';
import { sayOfProof } from '../../words/proof-words.ts';
import { CheckedSteps } from './checked-steps.tsx';
import { isNotKept } from './not-kept.ts';

interface ProofCardProps {
  readonly pledgeId: string;
  /** Of what the page has read of the history. */
  readonly historyKey: readonly unknown[];
}

export const ProofCard = ({ pledgeId, historyKey }: ProofCardProps) => {
  const words = sayOfProof();
  const log = useAsked('/proof/log', {});
  const queries = useQueryClient();
  const check = useQuery({
    queryKey: ['checked', pledgeId],
    queryFn: () => checkPledge(pledgeId, eventsOn(queries.getQueriesData<History>({ queryKey: historyKey }))),
    // By the reader's word alone: it is of what was on the page then.
    enabled: false,
    retry: false,
    gcTime: 0,
  });
  if (isNotKept(log.error)) return null;
  const misfits = check.data === undefined ? [] : misfitsOf(check.data);
  return (
    <section className="proof-card" aria-labelledby="proof">
      <h2 id="proof">{words.title}</h2>
      <ServiceAlarmBox />
      <p>{words.lead}</p>
      {log.isError && <ProblemBox error={log.error} again={() => void log.refetch()} />}
      <p>
        <PlaceLink to={addressOf.proof}>{words.more}</PlaceLink>
      </p>
      <p className="no-print">
        {/* Not of this page's own making: the answer is a file, or says in words why there is none. */}
        <a className="button" href={`/proof/bundle?pledge=${pledgeId}`}>
          {words.download}
        </a>{' '}
        <span className="meta">{words.downloadText}</span>
      </p>
      {isAble() ? (
        <p className="no-print">
          <button type="button" disabled={check.isFetching} onClick={() => void check.refetch()}>
            {words.verify}
          </button>
        </p>
      ) : (
        <p>{words.notAble}</p>
      )}
      <div aria-live="polite">
        {check.isFetching && <p>{words.verifying}</p>}
        {!check.isFetching && check.data && misfits.length === 0 && (
          <p className="proof-fits">{words.verified}</p>
        )}
      </div>
      {!check.isFetching && (
        <>
          {check.error && <CheckFailed error={check.error} />}
          {misfits.length > 0 && <MisfitBox misfits={misfits} />}
          {check.data && !check.error && <CheckedSteps of={check.data} />}
        </>
      )}
    </section>
  );
};

/** A browser that does not know the signature says so by an exception of its own. */
const CheckFailed = ({ error }: { readonly error: Error }) =>
  error instanceof DOMException ? <p role="alert">{sayOfProof().notAble}</p> : <ProblemBox error={error} />;

type Page = Answered<Answer<'/pledges/{pledgeId}/history'>>;
type History = InfiniteData<Page>;

const eventsOn = (kept: readonly (readonly [unknown, History | undefined])[]): readonly ShownEvent[] =>
  kept.flatMap(([, history]) => history?.pages.flatMap(({ body }) => body.items) ?? []);

const misfitsOf = ({ headMisfit, misfits }: Awaited<ReturnType<typeof checkPledge>>) =>
  headMisfit === null ? misfits : [headMisfit];
