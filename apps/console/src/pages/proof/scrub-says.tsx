/** What the service found when it compared every event with its leaf: for who looks after it, and for auditors. */
import { AskedPart } from '../../parts/asked.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { moment, number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';

/** Of others nothing is asked that they would be refused; the server has the last word. */
const TOLD = /^(?:ADMIN|AUDITOR)$/;

export const ScrubSays = () => {
  const words = sayOfProof().service;
  const isTold = TOLD.test(useSession()?.session?.caller.role ?? '');
  const status = useAsked('/operations/proof', {}, { enabled: isTold });
  return (
    <section aria-labelledby="service">
      <h2 id="service">{words.title}</h2>
      {isTold ? (
        <AskedPart of={status} room="line">
          {(found) => <Status of={found} />}
        </AskedPart>
      ) : (
        <p>{words.forOthers}</p>
      )}
    </section>
  );
};

const Status = ({ of: { state, failure, leaves, scrub } }: { readonly of: Answer<'/operations/proof'> }) => {
  const words = sayOfProof().service;
  const { compared, of, endedAt } = scrub;
  return (
    <>
      <p>{words.state[state](number(leaves))}</p>
      {failure && (
        <p className="proof-wrong">
          {failure.code}: {failure.message}
        </p>
      )}
      <p>{words.scrub[scrub.state](number(compared), number(of), endedAt === null ? '' : moment(endedAt))}</p>
    </>
  );
};
