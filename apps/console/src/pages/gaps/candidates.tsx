/** Which pledges could fill a gap, and what is in the way of each, stage by stage; from here a match is begun with the gap filled in. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { matchAddress } from '../../addresses/act-address.ts';
import { stateAddress } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Rows } from '../../parts/rows.tsx';
import { StatusWord } from '../../parts/status-word.tsx';
import { Day } from '../../parts/when.tsx';
import { ask } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { MATCHES } from '../../server/who-matches.data.ts';
import { levelName } from '../../words/codes.ts';
import { sayOfGaps } from '../../words/gap-words.ts';
import { nameOf } from '../../words/names.ts';
import { day, number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { PledgeLink } from './pledge-link.tsx';

type Found = Answer<'/gaps/{gapId}/candidates'>;
type Candidate = Found['items'][number];

const AT_ONCE = 50;

interface CandidatesProps {
  readonly gapId: string;
  readonly past: Past;
}

export const Candidates = ({ gapId, past }: CandidatesProps) => {
  const role = useSession()?.session?.caller.role ?? 'PUBLIC';
  const pages = useInfiniteQuery({
    queryKey: ['/gaps/{gapId}/candidates', gapId, past],
    queryFn: ({ pageParam, signal }) =>
      ask(
        '/gaps/{gapId}/candidates',
        {
          path: { gapId },
          query: { ...past, limit: AT_ONCE, ...(pageParam !== null && { cursor: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ body }) => body.next,
  });
  const { gap: words } = sayOfGaps();
  const first = pages.data?.pages[0]?.body;
  // In the past nothing is matched any more, nor where the gap itself stands in the way.
  const canMatch =
    MATCHES.includes(role) &&
    first?.gap.inTheWay.length === 0 &&
    past.asOf === undefined &&
    past.knownAt === undefined;
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{words.candidates}</h2>
      {pages.isError && <ProblemBox error={pages.error} again={() => void pages.refetch()} />}
      {first === undefined && !pages.isError && <p role="status">{say().loading}</p>}
      {first !== undefined && (
        <p className="lead">
          {first.total === 0 ? words.candidatesNone : words.candidatesLead(first.total, number(first.total))}
        </p>
      )}
      {first !== undefined && first.gap.inTheWay.length > 0 && (
        <p>
          {words.inTheWay} {first.gap.inTheWay.map(({ detail }) => detail).join(' ')}
        </p>
      )}
      {first !== undefined && first.total > 0 && (
        <Those
          items={pages.data?.pages.flatMap(({ body }) => body.items) ?? []}
          gapId={gapId}
          canMatch={canMatch}
        />
      )}
      {pages.hasNextPage && (
        <p>
          <button type="button" onClick={() => void pages.fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
};

interface ThoseProps {
  readonly items: readonly Candidate[];
  readonly gapId: string;
  readonly canMatch: boolean;
}

const Those = ({ items, gapId, canMatch }: ThoseProps) => {
  const { gap: words } = sayOfGaps();
  const { columns } = words;
  return (
    <Rows
      caption={words.candidates}
      items={items}
      keyOf={({ pledgeId }) => pledgeId}
      columns={[
        {
          name: columns.pledge,
          of: ({ reference, pledgeId, capabilityCode, isSubstitute }) => (
            <>
              <PledgeLink reference={reference} pledgeId={pledgeId} />
              {isSubstitute && (
                <span className="meta">
                  {nameOf('capability', capabilityCode)}, {words.substitute}
                </span>
              )}
            </>
          ),
        },
        {
          name: columns.state,
          of: ({ memberState, memberStateName }) => (
            <PlaceLink to={stateAddress(memberState)}>{memberStateName}</PlaceLink>
          ),
          speaksForItself: true,
        },
        {
          name: columns.status,
          of: ({ status, level, levelValidUntil }) => (
            <>
              <StatusWord status={status} />
              {level !== null && (
                <span className="meta">
                  {levelValidUntil === null
                    ? levelName(level)
                    : words.levelUntil(levelName(level), day(levelValidUntil))}
                </span>
              )}
            </>
          ),
          speaksForItself: true,
        },
        {
          name: columns.left,
          of: ({ left }) => (left === null ? say().notStated : number(left)),
          isNumber: true,
        },
        { name: columns.until, of: ({ validUntil }) => <Day on={validUntil} /> },
        {
          name: columns.days,
          of: ({ deployWithinDays }) =>
            deployWithinDays === null ? say().notStated : words.days(deployWithinDays),
        },
        ...(items.some(({ openCaveats }) => openCaveats !== null)
          ? [{ name: columns.caveats, of: caveatsInWords }]
          : []),
        {
          name: columns.inTheWay,
          of: (candidate: Candidate) => (
            <>
              <InTheWay of={candidate} />
              {canMatch && !candidate.inTheWay.some(({ stage }) => stage === 'MATCH') && (
                <PlaceLink to={matchAddress(candidate.reference, gapId)} className="button small">
                  {words.match}
                  <span className="unseen">{words.matchOf(candidate.reference)}</span>
                </PlaceLink>
              )}
            </>
          ),
          speaksForItself: true,
        },
      ]}
    />
  );
};

const caveatsInWords = ({ openCaveats, blockingCaveats }: Candidate): string => {
  if (openCaveats === null) return '';
  const open = number(openCaveats);
  return blockingCaveats === null || blockingCaveats === 0
    ? open
    : sayOfGaps().gap.blocking(open, number(blockingCaveats));
};

/** The server's own sentences, under what each of them hinders. */
const InTheWay = ({ of: { inTheWay } }: { readonly of: Candidate }) => {
  const { gap: words } = sayOfGaps();
  if (inTheWay.length === 0) return <p>{words.free}</p>;
  return (
    <ul className="plain in-the-way">
      {inTheWay.map(({ stage, code, detail }) => (
        <li key={stage + code}>
          <strong>{words.stages[stage]}:</strong> {detail}
        </li>
      ))}
    </ul>
  );
};
