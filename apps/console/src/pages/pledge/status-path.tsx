/** The way of a pledge: which steps it has reached and when, how long each took, and which are still before it. */
import { Day } from '../../parts/when.tsx';
import type { Answer } from '../../server/api.ts';
import { statusName } from '../../words/codes.ts';
import { daysBetween, lengthOfTime } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

type Details = Answer<'/pledges/{pledgeId}'>;

const WAYS = {
  CAPABILITY: [
    'ANNOUNCED',
    'ACKNOWLEDGED',
    'REGISTERED',
    'MATCHED',
    'SELECTED',
    'MOU_SIGNED',
    'READY',
    'DEPLOYED',
  ],
  IMPLEMENTATION: ['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED', 'PLANNED', 'IN_PROGRESS', 'FULFILLED'],
} as const;
const ENDS = [
  'WITHDRAWN',
  'DECLINED',
  'LAPSED',
  'SPLIT',
  'MERGED',
  'SUPERSEDED',
  'VOID',
  'PARTIALLY_FULFILLED',
  'REPATRIATED',
];

export const StatusPath = ({ pledge }: { readonly pledge: Details }) => {
  const { track, status, reachedOn, statusSince } = pledge;
  const reached = reachedOn as Readonly<Record<string, string | undefined>>;
  // Before it is registered nobody has said which way it goes; both begin alike.
  const way: readonly string[] = track === null ? WAYS.CAPABILITY.slice(0, 3) : WAYS[track];
  const ended = status !== null && ENDS.includes(status);
  const steps = [
    ...way
      .filter((step) => !ended || reached[step] !== undefined)
      .map((step) => ({ step, on: reached[step] ?? null })),
    ...(ended ? [{ step: status, on: statusSince }] : []),
  ];
  return (
    <section aria-labelledby="way" className="way">
      <h2 id="way" className="unseen">
        {say().pledge.path}
      </h2>
      <ol>
        {steps.map(({ step, on }, n) => {
          const isReached = on !== null || step === status;
          const before = steps[n - 1]?.on ?? null;
          const days = on === null || before === null ? null : daysBetween(before, on);
          return (
            <li
              key={step}
              className={isReached ? 'reached' : ''}
              aria-current={step === status ? 'step' : undefined}
            >
              <span className="shape" aria-hidden="true">
                {ended && step === status ? '×' : isReached ? '●' : '○'}
              </span>
              <span className="step">{statusName(step)}</span>
              <span className="meta">
                {on === null ? (
                  isReached ? (
                    ''
                  ) : (
                    <span className="unseen">{say().pledge.notReached}</span>
                  )
                ) : (
                  <Day on={on} />
                )}
                {days !== null && days > 0 && <span>{say().pledge.later(lengthOfTime(days))}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
