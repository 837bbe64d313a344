/** The form of one command of a pledge: what it is about, whether the pledge has moved meanwhile, or why it is not possible. */
import { lazy, Suspense } from 'react';
import { useSearch } from 'wouter';
import { aboutOf } from '../../addresses/act-address.ts';
import type { Answer } from '../../server/api.ts';
import { useMoved } from '../../server/moved.ts';
import { commandName, statusName } from '../../words/codes.ts';
import { sayOfPledge } from '../../words/pledge-words.ts';
import { say } from '../../words/words.ts';
import { AboutAct } from './about-act.tsx';
import type { CommandLink } from './acts.tsx';
import { beginsWith } from './begins-with.ts';
import { BESIDE_THE_PLEDGE } from './command-groups.data.ts';
import { useFittingGaps } from './fitting-gaps.ts';
import type { Acting } from './use-acting.ts';
import { WhatChanged } from './what-changed.tsx';

/** With what every command asks for, which who only reads does not need. */
const CommandForm = lazy(() =>
  import('../../forms/command-form.tsx').then(({ CommandForm }) => ({ default: CommandForm })),
);

interface ActFormProps extends Pick<Acting, 'readAnew' | 'onRecorded' | 'onClose'> {
  /** Undefined where what the address asks for is not possible now. */
  readonly act: CommandLink | undefined;
  readonly pledge: Answer<'/pledges/{pledgeId}'>;
  readonly etag: string | null;
  /** What is recorded elsewhere than on the pledge. */
  readonly elsewhere: readonly CommandLink[];
}

export const ActForm = ({ act, pledge, etag, elsewhere, readAnew, onRecorded, onClose }: ActFormProps) => {
  const search = useSearch();
  const hasMoved = useMoved(`/pledges/${pledge.pledgeId}`, act ? etag : null);
  const gaps = useFittingGaps(pledge, act?.command === 'MatchPledge');
  if (act === undefined)
    return <NotPossible pledge={pledge} command={new URLSearchParams(search).get('do') ?? ''} />;
  const begins = beginsWith(act.command, pledge.reference, aboutOf(search));
  // One that the address names stands there even where it would not be offered.
  const named = begins?.['gapId'];
  const isOffered = named === undefined || gaps?.some(({ code }) => code === named) === true;
  const isElsewhere = elsewhere.some(({ href }) => href === act.href);
  return (
    <>
      {hasMoved && <Moved onLook={() => void readAnew()} />}
      <AboutAct pledge={pledge} href={act.href} />
      {gaps?.length === 0 && <p className="notice">{sayOfPledge().noGap}</p>}
      <Suspense fallback={<p role="status">{say().loading}</p>}>
        {gaps === undefined ? (
          <p role="status">{say().loading}</p>
        ) : (
          <CommandForm
            key={act.command + act.href}
            command={act.command}
            href={act.href}
            reference={pledge.reference}
            seen={isElsewhere || BESIDE_THE_PLEDGE.includes(act.command) ? null : etag}
            begins={begins}
            offered={isOffered ? { gap: gaps ?? [] } : undefined}
            onRecorded={onRecorded}
            onClose={onClose}
            onMoved={() => readAnew()}
            changesOf={(eventId) => <WhatChanged pledgeId={pledge.pledgeId} eventId={eventId} />}
          />
        )}
      </Suspense>
    </>
  );
};

/** Said at once, and nothing is taken away: what was added is shown when the writer of the form wants to see it. */
const Moved = ({ onLook }: { readonly onLook: () => void }) => (
  <p className="notice" role="status">
    {say().form.movedSince}{' '}
    <button type="button" onClick={onLook}>
      {say().form.look}
    </button>
  </p>
);

interface NotPossibleProps {
  readonly pledge: Pick<ActFormProps['pledge'], 'status'>;
  readonly command: string;
}

const NotPossible = ({ pledge, command }: NotPossibleProps) => (
  <div className="problem" role="alert">
    <p className="problem-title">{say().form.notPossible(commandName(command))}</p>
    {pledge.status !== null && <p>{say().form.statusNow(statusName(pledge.status))}</p>}
  </div>
);
