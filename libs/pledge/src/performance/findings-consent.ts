/**
 * The state lets trainers read what was found about its unit, and takes that back: accountability page, section 7. The consent names
 * whose trainers they are, holds for findings that are still to come, and ends for the past as well.
 */
import { bodyKey, END_STATUSES, memberState, unknownState } from '@pledgeline/contracts';
import { ANY_STATUS, CAPABILITY_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, invalid, missing } from '../refusal.ts';
import { findingsOf } from './performance.state.ts';
import type { Trainers } from './findings-consent.state.ts';

const evolve = {
  FindingsShared: (pledge, { states, bodies }) => {
    const before = pledge.findingsSharedWith;
    return {
      ...pledge,
      findingsSharedWith: {
        states: [...before.states, ...states],
        bodies: [...before.bodies, ...bodies],
      },
    };
  },
  FindingsConsentWithdrawn: (pledge, gone) => ({
    ...pledge,
    findingsSharedWith: without(pledge.findingsSharedWith, gone),
  }),
} satisfies Partial<Folds>;

/** Those of the first that are not among the second, each once. */
const without = (of: Trainers, others: Trainers): Trainers => ({
  states: remaining(of.states, others.states, (state) => state),
  bodies: remaining(of.bodies, others.bodies, bodyKey),
});

const remaining = (
  of: readonly string[],
  others: readonly string[],
  keyOf: (name: string) => string,
): string[] => {
  const gone = new Set(others.map(keyOf));
  const left = new Map(of.toReversed().map((name) => [keyOf(name), name]));
  return [...left].flatMap(([key, name]) => (gone.has(key) ? [] : [name])).toReversed();
};

/** Said twice changes nothing. @throws {Rejected} TRAINERS_MISSING or UNKNOWN_STATE */
const shareFindings: Decision<'ShareFindings'> = ({ data }, { findingsSharedWith }) => {
  const { pledgeId, states, bodies } = data;
  if (states.length + bodies.length === 0) {
    throw invalid('TRAINERS_MISSING', 'Name the states or the bodies whose trainers may read the findings.', {
      field: 'states',
      allowed: ['states', 'bodies'],
    });
  }
  mustBeStates(states);
  const added = without({ states, bodies }, findingsSharedWith);
  return added.states.length + added.bodies.length === 0
    ? []
    : [{ type: 'FindingsShared', data: { pledgeId, ...added } }];
};

/** For those who are named, or for all; nothing follows where none of them may read. @throws {Rejected} UNKNOWN_STATE */
const withdrawConsent: Decision<'WithdrawFindingsConsent'> = ({ data }, { findingsSharedWith: held }) => {
  const { pledgeId, states, bodies } = data;
  mustBeStates(states);
  const isForAll = states.length + bodies.length === 0;
  const gone = isForAll ? held : without(held, without(held, { states, bodies }));
  return gone.states.length + gone.bodies.length === 0
    ? []
    : [
        {
          type: 'FindingsConsentWithdrawn',
          data: { pledgeId, states: [...gone.states], bodies: [...gone.bodies] },
        },
      ];
};

const mustBeStates = (states: readonly string[]): void => {
  for (const state of states) if (memberState(state) === undefined) throw unknownState('states', state);
};

/** What has ended with nothing found will have nothing to read. */
const somethingToRead: Precondition<'ShareFindings'> = (pledge) =>
  END_STATUSES.some((status) => status === pledge.status) && findingsOf(pledge).length === 0
    ? conflict('NOTHING_FOUND', 'The pledge has ended, and nothing was found about its unit.', {
        pledgeStatus: pledge.status,
      })
    : undefined;

/** It is offered where somebody may read. Sent again, it changes nothing. */
const somebodyReads: Precondition<'WithdrawFindingsConsent'> = ({ findingsSharedWith }, _context, command) =>
  command === null && findingsSharedWith.states.length + findingsSharedWith.bodies.length === 0
    ? missing('NOBODY_READS', 'No trainers may read the findings: there is nothing to take back.')
    : undefined;

export const findingsConsent = chapter({
  evolve,
  commands: {
    /** In any status, also before anything was found: it is the state's to say. */
    ShareFindings: {
      ...CAPABILITY_UNDATED,
      from: ANY_STATUS,
      roles: ['MS'],
      needs: 'something found, once the pledge has ended',
      precondition: somethingToRead,
      decide: shareFindings,
      events: ['FindingsShared'],
    },
    WithdrawFindingsConsent: {
      ...CAPABILITY_UNDATED,
      from: ANY_STATUS,
      roles: ['MS'],
      precondition: somebodyReads,
      decide: withdrawConsent,
      events: ['FindingsConsentWithdrawn'],
    },
  },
});
