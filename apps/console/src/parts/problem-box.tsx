/** What did not work, in the words of the server, and what can be done about it. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { BASE, signInAddress, withSearch } from '../addresses/addresses.ts';
import { Refused, secondsToWait, Unanswered } from '../server/problem.ts';
import { say } from '../words/words.ts';
import { Code } from './code.tsx';

interface ProblemBoxProps {
  readonly error: Error;
  /** Absent where nothing may be repeated. */
  readonly again?: () => void;
  /** It is asked again by itself. */
  readonly repeats?: boolean;
  /** What was typed here stays while its writer signs in elsewhere. */
  readonly isForm?: boolean;
  /** What is wrong stands below, field by field. */
  readonly isListed?: boolean;
  readonly children?: ReactNode;
}

export const ProblemBox = ({
  error,
  again,
  repeats = false,
  isForm = false,
  isListed = false,
  children,
}: ProblemBoxProps) => {
  const problem = error instanceof Refused ? error.problem : null;
  const seconds = repeats ? secondsToWait(error) : null;
  return (
    <div className="problem" role={repeats ? 'status' : 'alert'}>
      <p className="problem-title">{problem?.title ?? say().problem.title}</p>
      {!isListed && (
        <p>{error instanceof Unanswered ? say().problem.offline : (problem?.detail ?? error.message)}</p>
      )}
      {children}
      {problem?.status === NOT_SIGNED_IN && <SignInAndBack inNewTab={isForm} />}
      {seconds !== null && <Countdown key={Date.now()} from={seconds} />}
      {again && (
        <p>
          <button type="button" onClick={again}>
            {say().problem.again}
          </button>
        </p>
      )}
      {problem !== null && (
        <p className="meta">
          {say().problem.code} <Code>{problem.code}</Code>
          {problem.instance !== '' && (
            <>
              {' · '}
              {say().problem.instance} <Code>{problem.instance}</Code>
            </>
          )}
        </p>
      )}
    </div>
  );
};

const NOT_SIGNED_IN = 401;

const SignInAndBack = ({ inNewTab }: { readonly inNewTab: boolean }) => {
  const [path] = useLocation();
  const search = useSearch();
  const here = withSearch(`${BASE}${path}`, Object.fromEntries(new URLSearchParams(search)));
  return (
    <p>
      {inNewTab ? (
        <a href={BASE + signInAddress(here)} target="_blank" rel="noopener" className="button main">
          {say().session.signInNewTab}
        </a>
      ) : (
        <Link href={signInAddress(here)} className="button main">
          {say().session.signIn}
        </Link>
      )}
    </p>
  );
};

const Countdown = ({ from }: { readonly from: number }) => {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="meta" aria-live="off">
      {say().problem.againIn(left)}
    </p>
  );
};
