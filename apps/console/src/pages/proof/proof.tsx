/** Can anybody tell whether history was changed? The log of proofs: its head, its key, what this browser saw, how to check elsewhere. */
import { useQuery } from '@tanstack/react-query';
import { lookAtHead } from '../../checks/look-at-head.ts';
import type { WitnessNamed } from '../../checks/look-at-head.ts';
import { isAble } from '../../checks/web-crypto.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { MisfitBox } from '../../parts/misfit-box.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { ServiceAlarmBox } from '../../parts/service-alarm-box.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { ageOf, moment, number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';
import { OutsideChecks } from './outside-checks.tsx';
import { ScrubSays } from './scrub-says.tsx';
import { TrustedHere } from './trusted-here.tsx';

export const Proof = () => {
  const words = sayOfProof().page;
  const log = useAsked('/proof/log', {});
  const look = useQuery({
    queryKey: ['/proof/checkpoint'],
    queryFn: lookAtHead,
    enabled: isAble(),
    retry: false,
    staleTime: 0,
  });
  return (
    <Page title={words.title} rests={{ recordedUpTo: null, json: '/proof/log' }}>
      <ServiceAlarmBox />
      {look.data?.misfit && <MisfitBox misfits={[look.data.misfit]} />}
      <p>{words.lead}</p>
      <AskedPart of={log}>
        {(found) => <LogFacts log={found} witnesses={look.data?.witnesses ?? null} />}
      </AskedPart>
      <section aria-labelledby="here">
        <h2 id="here">{words.here}</h2>
        {!isAble() && <p>{sayOfProof().notAble}</p>}
        {look.error &&
          (look.error instanceof DOMException ? (
            <p role="alert">{sayOfProof().notAble}</p>
          ) : (
            <ProblemBox error={look.error} again={() => void look.refetch()} />
          ))}
        {look.data && <TrustedHere look={look.data} onChange={() => void look.refetch()} />}
      </section>
      <ScrubSays />
      <OutsideChecks />
    </Page>
  );
};

interface LogFactsProps {
  readonly log: Answer<'/proof/log'>;
  /** Null while they are not known. */
  readonly witnesses: readonly WitnessNamed[] | null;
}

const LogFacts = ({ log, witnesses }: LogFactsProps) => {
  const words = sayOfProof().page;
  const said = ({ name, signedAt }: WitnessNamed): string =>
    signedAt === null ? name : words.witness(name, moment(signedAt));
  const facts = [
    [words.origin, log.origin],
    [words.size, number(log.size)],
    [words.root, log.rootHash],
    [words.signed, words.signedAt(moment(log.signedAt), ageOf(log.signedAt))],
    [words.keys, log.verifierKeys.join(' ')],
    [words.witnesses, witnesses === null ? '' : witnesses.map(said).join('; ') || words.noWitness],
    [words.rule, log.rule],
  ] as const;
  return (
    <section className="facts" aria-labelledby="log">
      <h2 id="log">{words.log}</h2>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Code>{value}</Code>
              </dd>
            </div>
          ))}
      </dl>
      <p>
        <a href="/proof/checkpoint">{words.checkpoint}</a>
      </p>
    </section>
  );
};
