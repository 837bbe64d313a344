/**
 * found.md, C5, beside the bound: a state that has used it up adds nothing more, and can still withdraw its pledge and end
 * what stands.
 */
import { END_STATUSES, STATUSES } from '@pledgeline/contracts';
import type { PledgeEvent, Status } from '@pledgeline/contracts';
import { Rejected, type NewEvent } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { MOST_TEXT_BYTES, mustNotBeTooMuch, TEXT_BYTES_FOR_ENDS } from './entered.ts';
import { pledge } from './pledge.ts';
import type { Pledge, PledgeCommand } from './state.ts';
import { caveatDeclared } from './testing/caveats.ts';
import { seconded } from './testing/delivered-life.ts';
import { carriedOutTo } from './testing/implementation-life.ts';
import { atLevel2, historyTo } from './testing/later-life.ts';
import { inRotation } from './testing/partnership.ts';
import { suspended } from './testing/shape-life.ts';
import { by, state as ownState, type ExampleCommand } from './testing/example-command.ts';
import { commands } from './testing/commands.ts';

/** A pledge on which states, partners and implementing bodies have put all that they may. */
const full = (history: readonly NewEvent[], textBytes = MOST_TEXT_BYTES): Pledge => {
  const told = history.map((event, n) => recorded(event, n)).reduce(pledge.evolve, pledge.initialState());
  return { ...told, entered: { kinds: {}, textBytes } };
};

const answerOf = (example: ExampleCommand, of: Pledge, changes: object = {}): string => {
  const command = { type: example.type, data: { ...example.data, ...changes }, meta: metaFor(example.meta) };
  try {
    return pledge.decide(command as PledgeCommand, of).map(({ type }) => type)[0] ?? 'nothing';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

const { DeclareCaveat, DeclareCondition, ReportProgress, WithdrawPledge } = commands;
const { DeclineSelection, EndSecondment, LeavePartnership, LiftCaveat, ResumePledge } = commands;

/** Lifecycle page, section 3: a unit in the mission comes home first. */
const withdrawable = STATUSES.filter((status) => status !== 'DEPLOYED' && !END_STATUSES.includes(status));
const histories = withdrawable.flatMap((status): readonly (readonly [Status, readonly PledgeEvent[]])[] => {
  const history = historyTo[status];
  return history === undefined ? [] : [[status, history]];
});

it.each(histories)('a state that has used up its 2 MB withdraws a pledge that is %s', (_, history) =>
  expect(answerOf(WithdrawPledge, full(history), { reason: 'x'.repeat(10_000) })).toBe('PledgeWithdrawn'),
);

it.each([
  ['a state', 'lifts a caveat', LiftCaveat, [...atLevel2, caveatDeclared()]],
  ['a state', 'declines a selection', DeclineSelection, historyTo.SELECTED],
  [
    'a state',
    'ends a secondment',
    { ...EndSecondment, meta: ownState },
    [...carriedOutTo.IN_PROGRESS, seconded()],
  ],
  [
    'an implementing body',
    'ends a secondment',
    { ...EndSecondment, meta: by('IMPL') },
    [...carriedOutTo.IN_PROGRESS, seconded()],
  ],
  ['a state', 'resumes', { ...ResumePledge, meta: ownState }, [...carriedOutTo.IN_PROGRESS, suspended()]],
  [
    'an implementing body',
    'resumes',
    { ...ResumePledge, meta: by('IMPL') },
    [...carriedOutTo.IN_PROGRESS, suspended()],
  ],
  ['a partner', 'leaves', { ...LeavePartnership, meta: by('PARTNER', 'KOR') }, [...atLevel2, ...inRotation]],
  ['a partner state', 'leaves', LeavePartnership, [...atLevel2, ...inRotation]],
] as const)(
  '%s %s although the 2 MB are used up, as long as the rest for that lasts',
  (_, __, example, history) => {
    const [type, beyond] = [answerOf(example, full(history ?? [])), MOST_TEXT_BYTES + TEXT_BYTES_FOR_ENDS];
    expect(type).toMatch(/^(CaveatLifted|SelectionDeclined|SecondmentEnded|PledgeResumed|PartnerLeft)$/);
    expect(answerOf(example, full(history ?? [], beyond))).toBe('TOO_MUCH');
  },
);

it.each([DeclareCaveat, DeclareCondition, { ...ReportProgress, meta: ownState }])(
  '$type adds something, and the rest is not for that',
  (example) => {
    expect(answerOf(example, full(historyTo.SELECTED ?? []))).toBe('TOO_MUCH');
    expect(answerOf(example, full(historyTo.SELECTED ?? [], 0))).not.toBe('TOO_MUCH');
  },
);

it('what changes nothing is no more, also on a pledge that held more before there was a bound', () =>
  expect(() => mustNotBeTooMuch([], { kinds: {}, textBytes: 7_500_000 }, 'MS')).not.toThrow());
