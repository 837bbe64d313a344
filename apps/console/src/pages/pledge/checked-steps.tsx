/** Step by step what was recomputed in this page, and what was not. */
import type { PledgeChecked } from '../../checks/check-pledge.ts';
import { number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';

interface Step {
  readonly isDone: boolean;
  readonly text: string;
}

export const CheckedSteps = ({ of }: { readonly of: PledgeChecked }) => {
  const words = sayOfProof();
  const steps = stepsOf(of);
  const listed = (isDone: boolean, shape: string, title: string) => (
    <>
      <h3>{title}</h3>
      <ul>
        {steps
          .filter((step) => step.isDone === isDone)
          .map(({ text }) => (
            <li key={text}>
              <span aria-hidden="true" className="shape">
                {shape}
              </span>
              {text}
            </li>
          ))}
      </ul>
    </>
  );
  return (
    <div className="proof-steps">
      {steps.some(({ isDone }) => isDone) && listed(true, '✓', words.done)}
      {listed(false, '○', words.notDone)}
    </div>
  );
};

const stepsOf = ({ head, events, waiting }: PledgeChecked): readonly Step[] => {
  const { steps } = sayOfProof();
  const said: Step[] = [];
  const say = (isDone: boolean, text: string): void => {
    said.push({ isDone, text });
  };
  const some = (isDone: boolean, count: number, text: (count: number, figure: string) => string): void => {
    if (count > 0) say(isDone, text(count, number(count)));
  };
  if (head !== null) {
    const before = number(head.sizeBefore ?? 0);
    say(true, steps.signature(number(head.head.size), head.key));
    if (head.isHandedOver) say(true, steps.handedOver);
    if (head.keyFrom === 'server') say(false, steps.keyOfServer);
    else if (!head.isHandedOver) say(true, steps.keyOfReader);
    if (head.since === 'goesOn') say(true, steps.goesOn(before));
    if (head.since === 'same') say(true, steps.same);
    if (head.since === 'first') say(false, steps.first);
    if (head.since === 'behind') say(false, steps.behind(before));
  }
  const compared = (how: string): number => events.filter((event) => event.compared === how).length;
  some(true, events.length, steps.leaves);
  some(true, compared('whole'), steps.shown);
  some(false, compared('notShown'), steps.notShown);
  const closed = events.filter(({ keptBack }) => keptBack > 0);
  some(
    false,
    closed.reduce((parts, { keptBack }) => parts + keptBack, 0),
    (parts, figure) => steps.closed(parts, figure, closed.length, number(closed.length)),
  );
  const fields = [...new Set(events.flatMap(({ shownUnproved }) => shownUnproved))];
  if (fields.length > 0) say(false, steps.shownUnproved(fields.join(', ')));
  some(false, waiting.length, steps.waiting);
  say(false, steps.rest);
  return said;
};
