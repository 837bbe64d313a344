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
import { mustBePartner, partnersIn, withPartnership } from './partnership.ts';
import type { Turn, TurnList } from './turns.state.ts';

const evolve = {
  TurnsAgreed: (pledge, { turns, agreedOn }) =>
    withPartnership(pledge, (now) => ({
      takenIn: partnersIn(now),
      turns: {
        turns,
        agreedOn,
        inPlace: Math.max(
          turns.findLastIndex(({ from }) => from <= agreedOn),
          0,
        ),
      },
    })),
} satisfies Partial<Folds>;

/** The next turn of this state is in place; one that is not in the list changes nothing of it. */
export const turnTaken = ({ partnership }: Pledge, state: string | null): Partnership | null => {
  const list = partnership?.turns ?? null;
  if (partnership === null || list === null || state === null) return partnership;
  return { ...partnership, turns: { ...list, inPlace: placeOf(state, list) } };
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
    mustBeTurn(turn, pledge);
    for (const earlier of data.turns.slice(0, n)) mustFollow(turn, earlier, rules);
  }
  return [under(rules, { type: 'TurnsAgreed', data: { ...data, agreedOn: on } })];
};

const mustBeTurn = ({ state, from, to }: Turn, pledge: Pledge): void => {
  mustBePartner(state, pledge, 'turns');
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

/** From the turn in place on: between two turns, and after the last one while something is still promised. */
export const holesIn = (pledge: Pledge): readonly Hole[] => {
  const list = pledge.partnership?.turns ?? null;
  if (list === null) return [];
  const turns = list.turns.slice(list.inPlace);
  const between = turns.slice(1).flatMap(({ from }, n) => {
    const free = addDays(coveredBy(turns.slice(0, n + 1)), 1);
    return from > free ? [{ from: free, to: addDays(from, -1) }] : [];
  });
  const covered = coveredBy(turns);
  const promisedTo = pledge.mou?.to ?? null;
  const isPromised = promisedTo === null || promisedTo > covered;
  return isPromised ? [...between, { from: addDays(covered, 1), to: promisedTo }] : between;
};

/** The last day of the turn that ends last. */
const coveredBy = (turns: readonly Turn[]): string =>
  turns.map(({ to }) => to).reduce((last, to) => (to > last ? to : last));

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
