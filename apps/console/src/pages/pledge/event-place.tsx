/** Where an event stands in the log of proofs, and under which checkpoint, as the server says it. */
import { useQuery } from '@tanstack/react-query';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { ask } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { moment, number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';
import { isNotKept } from './not-kept.ts';

type PledgeProof = Answer<'/pledges/{pledgeId}/proof'>;

interface EventPlaceProps {
  readonly pledgeId: string;
  readonly revision: number;
}

export const EventPlace = ({ pledgeId, revision }: EventPlaceProps) => {
  const asked = useQuery({
    queryKey: ['/pledges/{pledgeId}/proof', pledgeId, revision],
    queryFn: async ({ signal }) => {
      const params = { path: { pledgeId }, query: { from: revision, limit: 1 } };
      return (await ask('/pledges/{pledgeId}/proof', params, signal)).body;
    },
    refetchInterval: ({ state: { data } }) => data?.waiting.includes(revision) === true && ASK_AGAIN_MS,
  });
  const error = asked.error ?? asked.failureReason;
  if (asked.data === undefined)
    return error === null || isNotKept(error) ? null : <ProblemBox error={error} repeats={!asked.isError} />;
  return <p className="event-place meta">{placeIn(asked.data, revision)}</p>;
};

/** A head is signed about once in a second. */
const ASK_AGAIN_MS = 2000;

const placeIn = ({ items, waiting, size, signedAt }: PledgeProof, revision: number): string => {
  const words = sayOfProof();
  if (waiting.includes(revision)) return words.waits;
  const item = items.find((one) => one.revision === revision);
  if (item === undefined) return words.noPlace;
  const keptBack = item.opening.units.filter(({ digest }) => digest !== undefined).length;
  return [
    words.place(number(item.leaf), number(size)),
    words.under(number(size), moment(signedAt)),
    keptBack > 0 && words.keptBack(keptBack),
  ]
    .filter(Boolean)
    .join(' ');
};
