/** What does not fit what was signed, in red, and what to do then. */
import type { Misfit } from '../checks/misfit.ts';
import { sayOfProof } from '../words/proof-words.ts';

interface MisfitBoxProps {
  /** With its event where it is of one. */
  readonly misfits: readonly (Misfit & { readonly revision?: number })[];
}

export const MisfitBox = ({ misfits }: MisfitBoxProps) => {
  const words = sayOfProof();
  return (
    <div className="problem proof-alarm" role="alert">
      <p className="problem-title">{words.misfitTitle}</p>
      <ul>
        {misfits.map(({ kind, about, revision }) => (
          <li key={`${String(revision)} ${kind}`}>
            {revision !== undefined && <a href={`#r${revision}`}>{words.atEvent(revision)}</a>}{' '}
            {words.misfit[kind](about)}
          </li>
        ))}
      </ul>
      <p>{words.whatToDo}</p>
    </div>
  );
};
