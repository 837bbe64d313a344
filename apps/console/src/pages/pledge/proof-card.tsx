/** What the log of proofs has to say about a pledge: up to where it is signed. */
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useAsked } from '../../server/api.ts';
import { moment, number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';
import { isNotKept } from './not-kept.ts';

export const ProofCard = () => {
  const words = sayOfProof();
  const log = useAsked('/proof/log', {});
  if (isNotKept(log.error)) return null;
  return (
    <section className="proof-card" aria-labelledby="proof">
      <h2 id="proof">{words.title}</h2>
      <p>{words.lead}</p>
      {log.data && (
        <p className="meta">
          {words.head(log.data.body.size, number(log.data.body.size), moment(log.data.body.signedAt))}
        </p>
      )}
      {log.isError && <ProblemBox error={log.error} again={() => void log.refetch()} />}
    </section>
  );
};
