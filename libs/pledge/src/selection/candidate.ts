/**
 * Whether a pledge could fill a gap, and what stands in its way: what would refuse its match, then what would refuse its selection for
 * the gap alone, then whether it comes in time. PCRS page, section 6; asked ahead of any command.
 */
import { addDays, type Status } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { mustAcceptCaveats } from '../caveats/caveats.ts';
import { OFFERED } from '../chapter.ts';
import { onDay } from '../ordering.ts';
import { conflict } from '../refusal.ts';
import { rules } from '../rule-book.ts';
import type { Pledge } from '../state.ts';
import { notMatchable, selectable, tooManyMatches } from './selection.ts';
import { leftFor, unclear } from './what-is-taken.ts';

/** What a gap asks of a pledge. */
export interface GapToFill {
  readonly gapId: string;
  /** Its own code and its substitutes. */
  readonly acceptedCodes: readonly string[];
  readonly unit: string;
  readonly neededBy: string | null;
}

/** Promised, and not chosen for anything yet. */
export const CANDIDATES: readonly Status[] = ['ANNOUNCED', 'ACKNOWLEDGED', ...OFFERED];

export const OBSTACLE_STAGES = ['MATCH', 'SELECTION', 'DEPLOYMENT'] as const;

export interface Obstacle {
  readonly stage: (typeof OBSTACLE_STAGES)[number];
  readonly code: string;
  readonly detail: string;
}

/**
 * @param pledge as its reader sees it: a condition that rests on what he does not see is none for him.
 * @returns in the order of the stages; none where one of what the gap counts could be matched and chosen today, in time.
 */
export const obstaclesTo = (pledge: Pledge, gap: GapToFill, today: string): readonly Obstacle[] => [
  ...at('MATCH', matchRefused(pledge, gap, today)),
  ...others(pledge, gap).map((refusal) => obstacle('SELECTION', refusal)),
  ...at('SELECTION', selectable({ ...pledge, matches: [] }, onDay(today, 'SFGC'), null)),
  ...at('SELECTION', caveatsOpen(pledge)),
  ...at('DEPLOYMENT', tooLate(pledge, gap, today)),
];

/** How many of what the gap counts the pledge has left; null where nobody can say. */
export const leftForGap = (
  pledge: Pledge,
  { unit }: Pick<GapToFill, 'unit'>,
  today: string,
): number | null => {
  const inForce = rules.inForce(today);
  const asked = { quantity: 1, unit, personsPerUnit: null };
  return unclear(pledge, asked, inForce) === undefined ? (leftFor(pledge, asked, inForce) ?? null) : null;
};

const at = (stage: Obstacle['stage'], refusal: Rejected | undefined): readonly Obstacle[] =>
  refusal === undefined ? [] : [obstacle(stage, refusal)];

const obstacle = (stage: Obstacle['stage'], { code, message: detail }: Rejected): Obstacle => ({
  stage,
  code,
  detail,
});

/** Of one of what the gap counts. */
const matchRefused = (pledge: Pledge, gap: GapToFill, today: string): Rejected | undefined => {
  const { status } = pledge;
  if (!OFFERED.some((one) => one === status)) {
    const message = `The pledge is ${status ?? 'not announced'}. It is matched once it is registered.`;
    return conflict('WRONG_ORDER', message);
  }
  return notMatchable(pledge, onDay(today, 'SFGC'), { ...gap, quantity: 1, personsPerUnit: null });
};

/** Of other gaps. */
const others = ({ matches }: Pledge, { gapId }: GapToFill): readonly Rejected[] => {
  const elsewhere = matches.map((match) => match.gapId).filter((one) => one !== gapId);
  return elsewhere.length === 0 ? [] : [tooManyMatches([...elsewhere, gapId])];
};

const caveatsOpen = (pledge: Pledge): Rejected | undefined => {
  try {
    mustAcceptCaveats([], pledge);
    return undefined;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
};

/** No command refuses this: who seeks the unit sees that it comes later than it is needed. */
const tooLate = (
  { deployWithinDays }: Pledge,
  { neededBy }: GapToFill,
  today: string,
): Rejected | undefined => {
  if (deployWithinDays === null || neededBy === null) return undefined;
  const there = addDays(today, deployWithinDays);
  if (there <= neededBy) return undefined;
  const message = `It deploys within ${deployWithinDays} days, on ${there} if it is asked for today; the gap needs it by ${neededBy}.`;
  return conflict('DEPLOYS_TOO_LATE', message);
};
