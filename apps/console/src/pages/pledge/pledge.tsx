/** One pledge: what it is, where it stands, what I may do, how it came to this. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { aboutOf, actIn, withoutAct } from '../../addresses/act-address.ts';
import { pastIn, pledgeAddress, revisionIn, withSearch } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { Newer } from '../../parts/newer.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { sayNext, takeSaid } from '../../parts/said-next.ts';
import type { Said } from '../../parts/said-next.ts';
import { useHeld } from '../../parts/use-held.ts';
import { ask, useAsked } from '../../server/api.ts';
import type { Answer, Answered } from '../../server/api.ts';
import type { Recorded } from '../../server/commands.ts';
import { useMoved } from '../../server/moved.ts';
import { Refused } from '../../server/problem.ts';
import { commandName, statusName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { AboutAct } from './about-act.tsx';
import { Acts } from './acts.tsx';
import { beginsWith } from './begins-with.ts';
import { BESIDE_THE_PLEDGE } from './command-groups.data.ts';
import { PROPOSALS } from './correct-this.tsx';
import { Facts } from './facts.tsx';
import { Head } from './head.tsx';
import { History, historyKey } from './history.tsx';
import { InQueue, useNeighbours } from './in-queue.tsx';
import { Slider } from './slider.tsx';
import { StatusPath } from './status-path.tsx';
import { useNamed } from './use-named.ts';
import { WhatChanged } from './what-changed.tsx';
import { whatIsNewer } from './what-is-newer.ts';

/** With what every command asks for, which who only reads does not need. */
const CommandForm = lazy(() =>
  import('../../forms/command-form.tsx').then(({ CommandForm }) => ({ default: CommandForm })),
);

/** What is said of the log, which nobody waits for. */
const ProofCard = lazy(() => import('./proof-card.tsx').then(({ ProofCard }) => ({ default: ProofCard })));

type Details = Answer<'/pledges/{pledgeId}'>;

export const Pledge = () => {
  const { named, id } = useNamed();
  const search = useSearch();
  const past = pastIn(search);
  const atRevision = revisionIn(search);
  const query = atRevision === null ? past : { atRevision };
  const isWriting = new URLSearchParams(search).has('do');
  const queries = useQueryClient();
  const { of, newer, show } = useHeld(
    useAsked(
      '/pledges/{pledgeId}',
      { path: { pledgeId: named }, query },
      // Under a form that is open nothing moves by itself, nor is it taken away.
      { isKept: true, isStill: isWriting },
    ),
    JSON.stringify([named, query]),
    (a, b) => said(a) === said(b),
  );
  const pledge = of.data?.body;
  const [, navigate] = useLocation();
  useEffect(() => {
    // An id is replaced by what people cite.
    if (id !== undefined && pledge !== undefined)
      navigate(pledgeAddress(pledge.reference), { replace: true });
  }, [id, pledge, navigate]);
  const title = pledge === undefined ? named : titleOf(pledge);
  return (
    <Page
      title={title}
      wide
      rests={
        pledge && {
          recordedUpTo: pledge.recordedUpTo,
          json: withSearch(`/pledges/${pledge.pledgeId}`, { ...past }),
        }
      }
    >
      <AskedPart of={of}>
        {(found) => (
          <Whole
            key={found.pledgeId}
            pledge={found}
            named={named}
            etag={of.data?.etag ?? null}
            onRead={show}
          />
        )}
      </AskedPart>
      <Newer
        text={newer === null || pledge === undefined || isWriting ? '' : whatIsNewer(pledge, newer)}
        onShow={() => {
          show();
          void queries.invalidateQueries({ queryKey: historyKey(pledge?.pledgeId ?? '') });
        }}
      />
    </Page>
  );
};

/** How far the log was read moves without anything having happened to the pledge. */
const said = ({ recordedUpTo: _moment, ...rest }: Details): string => JSON.stringify(rest);

const titleOf = ({ memberStateName, description }: Details): string => `${memberStateName}: ${description}`;

interface WholeProps {
  readonly pledge: Details;
  /** As the address calls it. */
  readonly named: string;
  readonly etag: string | null;
  /** What has been asked for again, to be shown. */
  readonly onRead: (answered: Answered<Details>) => void;
}

const Whole = ({ pledge, named, etag, onRead }: WholeProps) => {
  const search = useSearch();
  const past = pastIn(search);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [notice, setNotice] = useState<Said | null>(takeSaid);
  const { place, next, elsewhere } = useNeighbours();
  // What is in the past can be looked at and nothing more.
  const atRevision = revisionIn(search);
  const isPast = past.asOf !== undefined || past.knownAt !== undefined || atRevision !== null;
  const act = isPast ? null : actIn(search, [...elsewhere, ...pledge.commands]);
  const isElsewhere = elsewhere.some(({ href }) => href === act?.href);

  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const hasMoved = useMoved(`/pledges/${pledge.pledgeId}`, act ? etag : null);

  const readAnew = async (after?: string): Promise<void> => {
    const params = { path: { pledgeId: named }, query: past };
    const known = after === undefined ? past : { ...past, after };
    const answered = await ask('/pledges/{pledgeId}', { ...params, query: known });
    queries.setQueryData(['/pledges/{pledgeId}', params], answered);
    onRead(answered);
    await queries.invalidateQueries({ queryKey: historyKey(pledge.pledgeId) });
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) => path === '/work-queue' || path === '/pledges',
    });
  };
  const onRecorded = ({ after, repeated }: Recorded): void => {
    const command = new URLSearchParams(search).get('do') ?? '';
    const name = commandName(command);
    // The next task as it stood when this one was done: who goes on meets no list that has moved meanwhile.
    const onward = place?.waitsFor.includes(command) ? next : null;
    setNotice({ text: say().form.waits });
    navigate(withoutAct(pledge.reference, search));
    const readUntilThere = async (): Promise<void> => {
      try {
        await readAnew(after);
        const text = repeated ? say().form.repeated(name) : say().form.recorded(name);
        setNotice({ text });
        if (onward === null || !isOpen.current) return;
        if (!onward.startsWith(`${pledgeAddress(pledge.reference)}?`))
          sayNext({ text, about: pledge.reference });
        navigate(onward);
      } catch (error) {
        setNotice({ text: say().form.notYet });
        if (!isBehind(error)) return;
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        if (isOpen.current) await readUntilThere();
      }
    };
    void readUntilThere();
  };

  return (
    <div className="pledge">
      {atRevision !== null && (
        <p className="past" role="note">
          {say().history.at(String(atRevision))}{' '}
          <PlaceLink to={pledgeAddress(pledge.reference)}>{say().history.now}</PlaceLink>
        </p>
      )}
      {atRevision !== null && (
        <Slider pledgeId={pledge.pledgeId} reference={pledge.reference} revision={atRevision} />
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
          {act === undefined && (
            <NotPossible pledge={pledge} command={new URLSearchParams(search).get('do') ?? ''} />
          )}
          {hasMoved && <Moved onLook={() => void readAnew()} />}
          {act && <AboutAct pledge={pledge} href={act.href} />}
          {act && (
            <Suspense fallback={<p role="status">{say().loading}</p>}>
              <CommandForm
                key={act.command + act.href}
                command={act.command}
                href={act.href}
                reference={pledge.reference}
                seen={isElsewhere || BESIDE_THE_PLEDGE.includes(act.command) ? null : etag}
                begins={beginsWith(act.command, pledge.reference, aboutOf(search))}
                onRecorded={onRecorded}
                onClose={() => navigate(withoutAct(pledge.reference, search))}
                onMoved={() => readAnew()}
                changesOf={(eventId) => <WhatChanged pledgeId={pledge.pledgeId} eventId={eventId} />}
              />
            </Suspense>
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

/** The server waits some seconds for what it does not know yet, before it says so. */
const isBehind = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'NOT_YET_VISIBLE';
const ASK_AGAIN_MS = 1000;

/** Said at once, and nothing is taken away: what was added is shown when the writer of the form wants to see it. */
const Moved = ({ onLook }: { readonly onLook: () => void }) => (
  <p className="notice" role="status">
    {say().form.movedSince}{' '}
    <button type="button" onClick={onLook}>
      {say().form.look}
    </button>
  </p>
);

/** What was recorded, said where the form was, or on the page of the task after it: then with the way back. */
const Notice = ({ text, about }: Said) => {
  const line = useRef<HTMLParagraphElement>(null);
  // Below a long form its sender would see nothing of it.
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <p className="notice" role="status" ref={line}>
      {text}{' '}
      {about !== undefined && (
        <PlaceLink to={pledgeAddress(about)}>
          <Code>{about}</Code>
        </PlaceLink>
      )}
    </p>
  );
};

const NotPossible = ({ pledge, command }: { readonly pledge: Details; readonly command: string }) => (
  <div className="problem" role="alert">
    <p className="problem-title">{say().form.notPossible(commandName(command))}</p>
    {pledge.status !== null && <p>{say().form.statusNow(statusName(pledge.status))}</p>}
  </div>
);
