/** The states of what was asked: on its way, there, refused. Each part of a page has its own; one that fails leaves the others. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Asked } from '../server/api.ts';
import { say } from '../words/words.ts';
import { ProblemBox } from './problem-box.tsx';

interface AskedPartProps<A> {
  readonly of: Asked<A>;
  /** The room that the content will take, so that nothing jumps. */
  readonly room?: 'line' | 'headline' | 'plot' | 'page';
  readonly children: (answer: A) => ReactNode;
}

export const AskedPart = <A,>({ of, room = 'page', children }: AskedPartProps<A>) => {
  if (of.data !== undefined)
    return (
      <>
        {(of.isError || of.failureReason !== null) && <p className="meta">{say().problem.stale}</p>}
        {children(of.data.body)}
      </>
    );
  if (of.isError)
    return (
      <ProblemBox
        error={of.error}
        again={() => {
          void of.refetch();
        }}
      />
    );
  return (
    <div className={`room room-${room}`}>
      {of.failureReason === null ? <Loading /> : <ProblemBox error={of.failureReason} repeats />}
    </div>
  );
};

const NOTHING_FOR_MS = 150;

const Loading = () => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), NOTHING_FOR_MS);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{isLate ? say().loading : ''}</p>;
};
