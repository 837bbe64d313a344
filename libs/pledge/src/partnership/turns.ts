/**
 * Several states hold one capability in turn: the list of turns, who comes next, and where nobody does. History 6 of the
 * lifecycle page: transport aircraft in Mali, five states, 2016 to 2018.
 */
import { addDays } from '@pledgeline/contracts';
import { OPEN_CAPABILITY, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';
import { leadOf, type Partnership } from './partnership.state.ts';
import { mustBePartner, withPartnership } from './partnership.ts';
import type { Turn, TurnList } from './turns.state.ts';

const evolve = {
  TurnsAgreed: (pledge, { turns, agreedOn }) =>
    withPartnership(pledge, () => ({
      turns: {
        turns,
        agreedOn,
        openFrom: null,
        inPlace: Math.max(
          turns.findLastIndex(({ from }) => from <= agreedOn),
          0,
        ),
      },
    })),
} satisfies Partial<Folds>;

/** The next turn of this state is in place; one that is not in the list changes nothing of it. A hand-over to it took place. */
export const turnTaken = ({ partnership }: Pledge, state: string | null, on: string): Partnership | null => {
  if (partnership === null || state === null) return partnership;
  const { turns: list, handoverTo, handedOverOn } = partnership;
  return {
    ...partnership,
    turns: list && { ...list, inPlace: placeOf(state, list) },
    handedOverOn: state === handoverTo ? on : handedOverOn,
  };
};

const placeOf = (state: string, { turns, inPlace }: TurnList): number => {
  if (turns[inPlace]?.state === state) return inPlace;
  const later = turns.findIndex((turn, n) => n > inPlace && turn.state === state);
  return later < 0 ? inPlace : later;
};

/** A time in which no state is in place. */
export interface Hole {
  readonly from: string;
  /** Null where it has no end that is known. */
  readonly to: string | null;
}

/** The list as a whole; agreed anew, it replaces the one before. Holes are allowed, and flagged. */
const agreeTurns: Decision<'AgreeTurns'> = ({ data }, pledge, { on, rules }) => {
  if (data.turns.length === 0) throw invalid('TURNS_MISSING', 'A list has turns.', { field: 'turns' });
  for (const [n, turn] of data.turns.entries()) {
    mustBeTurn(turn, pledge, rules);
    for (const earlier of data.turns.slice(0, n)) mustFollow(turn, earlier, rules);
  }
  return [under(rules, { type: 'TurnsAgreed', data: { ...data, agreedOn: on } })];
};

const mustBeTurn = ({ state, from, to }: Turn, pledge: Pledge, rules: RuleSet): void => {
  mustBePartner(state, pledge, 'turns', rules);
  for (const day of [from, to]) {
    mustBeDay('turns', day);
  }
  if (to <= from) throw invalid('PERIOD_INVALID', `${to} is not after ${from}.`, { field: 'turns' });
};

/** Two states hand over in place, but two do not stay. */
const mustFollow = (turn: Turn, earlier: Turn, { turnOverlapDays }: RuleSet): void => {
  if (turn.from < earlier.from) {
    throw invalid('TURNS_OUT_OF_ORDER', `The turn of ${turn.state} begins before that of ${earlier.state}.`, {
      field: 'turns',
    });
  }
  if (addDays(turn.from, turnOverlapDays) <= earlier.to) {
    throw conflict(
      'TURNS_OVERLAP',
      `${earlier.state} and ${turn.state} overlap by more than ${turnOverlapDays} days.`,
      { field: 'turns', allowed: turnOverlapDays },
    );
  }
};

/**
 * With a list of turns the next in it comes, or somebody says why not. Personnel of the state in place (no `nextState`, or
 * that same state) are no turn.
 * @throws {Rejected} NOT_NEXT_IN_TURN
 */
export const mustBeNext = (
  {
    nextState,
    outOfTurnReason,
  }: { readonly nextState: string | null; readonly outOfTurnReason: string | null },
  { partnership }: Pledge,
): void => {
  const list = partnership?.turns ?? null;
  if (list === null || nextState === null) return;
  const next = list.turns[list.inPlace + 1]?.state ?? null;
  if (nextState === next || nextState === list.turns[list.inPlace]?.state) return;
  if ((outOfTurnReason ?? '').trim() !== '') return;
  throw conflict(
    'NOT_NEXT_IN_TURN',
    next === null
      ? 'The list of turns ends here: say why another state comes.'
      : `${next} is next in the list of turns: say why ${nextState} comes instead.`,
    { field: 'outOfTurnReason', allowed: next },
  );
};

/**
 * From the turn in place on: before the first turn where its state left, between two turns, and after the last one while
 * something is still promised.
 */
export const holesIn = ({ partnership, mou }: Pledge): readonly Hole[] => {
  const list = partnership?.turns ?? null;
  if (list === null) return [];
  const turns = list.turns.slice(Math.max(list.inPlace, 0));
  const holes: Hole[] = [];
  let free = (list.inPlace < 0 ? list.openFrom : null) ?? turns[0]?.from ?? list.openFrom ?? list.agreedOn;
  for (const { from, to } of turns) {
    if (from > free) holes.push({ from: free, to: addDays(from, -1) });
    if (to >= free) free = addDays(to, 1);
  }
  const promisedTo = mou?.to ?? null;
  return promisedTo === null || promisedTo >= free ? [...holes, { from: free, to: promisedTo }] : holes;
};

/** The state whose turn ends the hole, or null. */
export const nextAfter = ({ partnership }: Pledge, { to }: Hole): string | null =>
  (to === null ? undefined : partnership?.turns?.turns.find(({ from }) => from > to))?.state ?? null;

const isRotation: Precondition<'AgreeTurns'> = ({ partnership }) =>
  partnership?.kind === 'ROTATION'
    ? undefined
    : conflict('NO_ROTATION', 'Turns are those of a rotation: declare it first.');

export const turns = chapter({
  evolve,
  commands: {
    AgreeTurns: {
      ...OPEN_CAPABILITY,
      roles: ['MS', 'DESK', 'FGS'],
      needs: 'a rotation',
      precondition: isRotation,
      stateOf: leadOf,
      decide: agreeTurns,
      events: ['TurnsAgreed'],
    },
  },
});
