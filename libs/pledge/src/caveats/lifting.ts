/**
 * A blocking caveat is lifted by the state and confirmed by those who choose units of its kind; one that was found in the field also
 * by the role that found it. Until then it blocks. Others the state lifts alone (accountability page, section 7).
 */
import type { LiftingConfirmer } from '@pledgeline/contracts';
import type { Rejected, Visibility } from '@pledgeline/event-sourcing';
import { OPEN_CAPABILITY, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { conflict, forbidden, missing, mustSay } from '../refusal.ts';
import { selectors } from '../selection/selectors.ts';
import type { CommandOf, Pledge } from '../state.ts';
import { findCaveat, openCaveats, type Caveat, type CaveatsCommands, type Lifting } from './caveats.state.ts';

const evolve = {
  CaveatLifted: (pledge, { caveatId, liftedOn }) => withCaveat(pledge, caveatId, () => ({ liftedOn })),
  CaveatGivenUp: (pledge, { caveatId, givenUpOn, reference }, { metadata: { actor: givenUpBy } }) => {
    const lifting = { givenUpOn, reference, givenUpBy, confirmed: [], refused: null };
    return withCaveat(pledge, caveatId, () => ({ lifting }));
  },
  CaveatLiftingConfirmed: (pledge, data, { metadata: { actor } }) => {
    const { caveatId, confirmedBy: by, confirmedOn: on, liftedOn } = data;
    return withCaveat(pledge, caveatId, ({ lifting }) => {
      const others = lifting?.confirmed.filter((one) => one.by !== by) ?? [];
      return { liftedOn, lifting: lifting && { ...lifting, confirmed: [...others, { by, on, actor }] } };
    });
  },
  CaveatLiftingRefused: (pledge, { caveatId, refusedBy: by, refusedOn: on, reason }) =>
    withCaveat(pledge, caveatId, ({ lifting }) => ({
      lifting: lifting && { ...lifting, refused: { by, on, reason } },
    })),
} satisfies Partial<Folds>;

const withCaveat = (pledge: Pledge, id: string, change: (caveat: Caveat) => Partial<Caveat>): Pledge => ({
  ...pledge,
  caveats: pledge.caveats.map((caveat) =>
    caveat.caveatId === id ? { ...caveat, ...change(caveat) } : caveat,
  ),
});

/** Given up by the state, neither lifted nor refused since. */
export const isGivenUp = ({ lifting, liftedOn }: Caveat): boolean =>
  lifting !== null && lifting.refused === null && liftedOn === null;

/**
 * Whose confirmation a lifting needs: of each group one. A unit that is neither military nor police is chosen by FGS or PD, and
 * what nobody remembers finding was found by the mission or by an evaluator.
 * @param isClosed whether the mission that found it has closed: nobody is left there to confirm.
 */
const needed = (
  caveat: Caveat,
  pledge: Pledge,
  isClosed: boolean,
): readonly (readonly LiftingConfirmer[])[] => {
  const choosers = selectors(pledge) as readonly LiftingConfirmer[];
  if (!caveat.undeclared) return [choosers];
  const finders: readonly LiftingConfirmer[] =
    caveat.foundBy === null ? ['MISSION', 'EVAL'] : [caveat.foundBy];
  return isClosed && finders.includes('MISSION') ? [choosers] : [choosers, finders];
};

/**
 * The roles for whose word the lifting waits. Where a mission has closed since the others confirmed, one of them says so again.
 * Of what is not given up, none.
 */
export const liftingWaitsFor = (
  caveat: Caveat,
  pledge: Pledge,
  isClosed = false,
): readonly LiftingConfirmer[] => {
  if (!isGivenUp(caveat)) return [];
  const groups = needed(caveat, pledge, isClosed);
  const missing = groups.filter((group) => !group.some((role) => hasConfirmed(caveat, role)));
  return (missing.length > 0 ? missing : groups).flat();
};

const hasConfirmed = ({ lifting }: Caveat, role: string): boolean =>
  lifting?.confirmed.some(({ by }) => by === role) ?? false;

/** What the register says of the mission that found it. It has closed when that day is over. */
const isClosed = (
  { foundIn }: Caveat,
  mission: CaveatsCommands['ConfirmCaveatLifting']['mission'],
  on: string,
) => mission !== null && mission.code === foundIn && mission.closesOn !== null && mission.closesOn < on;

/** No wider known than the caveat itself. */
const asNarrowAs = (caveat: Caveat | undefined): { readonly visibility?: Visibility } =>
  caveat?.visibility === 'INTERNAL' ? { visibility: 'INTERNAL' } : {};

/** @throws {Rejected} TEXT_MISSING */
const liftCaveat: Decision<'LiftCaveat'> = ({ data }, pledge, { on, rules }) => {
  const { atOnce, ...said } = data;
  const reference = mustSay('confirmationReference', data.confirmationReference);
  const caveat = findCaveat(pledge, data.caveatId);
  const { pledgeId, caveatId } = said;
  return caveat?.blocking === true && rules.liftingsAreConfirmed && !atOnce
    ? [
        under(rules, {
          type: 'CaveatGivenUp',
          data: { pledgeId, caveatId, givenUpOn: on, reference },
          ...asNarrowAs(caveat),
        }),
      ]
    : [under(rules, { type: 'CaveatLifted', data: { ...said, liftedOn: on }, ...asNarrowAs(caveat) })];
};

/** The last one that is needed ends it. @throws {Rejected} also SAME_PERSON */
const confirm: Decision<'ConfirmCaveatLifting'> = ({ data, meta }, pledge, { on, rules }) => {
  mustSay('confirmationReference', data.confirmationReference);
  const caveat = mustBeFound(pledge, data.caveatId);
  const confirmedBy = meta.role as LiftingConfirmer;
  mustBeAnother(caveat.lifting, meta);
  const waits = needed(caveat, pledge, isClosed(caveat, data.mission, on)).some(
    (group) => !group.some((role) => role === confirmedBy || hasConfirmed(caveat, role)),
  );
  const confirmed = { ...data, confirmedBy, confirmedOn: on, liftedOn: waits ? null : on };
  return [under(rules, { type: 'CaveatLiftingConfirmed', data: confirmed, ...asNarrowAs(caveat) })];
};

/** @throws {Rejected} also SAME_PERSON */
const refuse: Decision<'RefuseCaveatLifting'> = ({ data, meta }, pledge, { on }) => {
  const caveat = mustBeFound(pledge, data.caveatId);
  mustBeAnother(caveat.lifting, meta);
  const reason = mustSay('reason', data.reason);
  const refused = { ...data, refusedBy: meta.role as LiftingConfirmer, refusedOn: on, reason };
  return [{ type: 'CaveatLiftingRefused', data: refused, ...asNarrowAs(caveat) }];
};

/** Whoever recorded the word of the state does not judge it, and nobody confirms in two roles. @throws {Rejected} SAME_PERSON */
const mustBeAnother = (
  lifting: Lifting | null,
  { actor, role }: CommandOf<'ConfirmCaveatLifting'>['meta'],
): void => {
  const others = lifting?.confirmed.filter(({ by }) => by !== role).map((one) => one.actor) ?? [];
  if (![lifting?.givenUpBy, ...others].includes(actor)) return;
  throw forbidden('SAME_PERSON', 'Another person confirms what one has said about this lifting.');
};

const mustBeFound = (pledge: Pledge, id: string): Caveat => {
  const caveat = findCaveat(pledge, id);
  if (caveat === undefined) throw unknownCaveat();
  return caveat;
};

const unknownCaveat = () => missing('UNKNOWN_CAVEAT', 'There is no such caveat.', { field: 'caveatId' });

const closedCaveat = (on: string) =>
  conflict('CAVEAT_CLOSED', `This caveat was lifted on ${on}.`, { field: 'caveatId' });

const openCaveat: Precondition<'LiftCaveat'> = (pledge, _context, command) => {
  const caveat =
    command === null
      ? openCaveats(pledge).find((open) => !isGivenUp(open))
      : findCaveat(pledge, command.data.caveatId);
  if (caveat === undefined) return unknownCaveat();
  return caveat.liftedOn === null ? undefined : closedCaveat(caveat.liftedOn);
};

type OnLifting = 'ConfirmCaveatLifting' | 'RefuseCaveatLifting';

/** Given up by then, and for the sender to judge; without a body the register of missions is not known either. */
const judged: Precondition<OnLifting> = (pledge, context, command) => {
  if (command !== null) return notJudged(findCaveat(pledge, command.data.caveatId), pledge, context);
  const open = openCaveats(pledge);
  const { role } = context;
  return open.some((caveat) => liftingJudges(caveat, pledge).some((judge) => judge === role))
    ? undefined
    : (notJudged(open[0], pledge, context) ??
        notGivenUp('The state has given up no caveat that waits for this role.'));
};

/** Without a body: the role that refused it may say so again, and nothing changes; no page says that this is refused. */
const refusable: Precondition<'RefuseCaveatLifting'> = (pledge, context, command) => {
  const refusal = judged(pledge, context, command);
  const isRepeat = openCaveats(pledge)[0]?.lifting?.refused?.by === context.role;
  return command === null && refusal !== undefined && isRepeat ? unknownCaveat() : refusal;
};

/** Why the sender may not judge the lifting of this caveat. */
const notJudged = (
  caveat: Caveat | undefined,
  pledge: Pledge,
  { on, role }: DecisionContext,
): Rejected | undefined => {
  if (caveat === undefined) return unknownCaveat();
  if (caveat.liftedOn !== null) return closedCaveat(caveat.liftedOn);
  const { lifting } = caveat;
  if (lifting === null) return notGivenUp('The state has not given up this caveat.');
  if (lifting.refused !== null) {
    return notGivenUp(`${lifting.refused.by} did not confirm it; the state gives the caveat up anew.`);
  }
  const allowed = needed(caveat, pledge, false).flat();
  if (!allowed.some((judge) => judge === role)) {
    const message = `${role} does not judge the lifting of this caveat; allowed: ${allowed.join(', ')}.`;
    return forbidden('FORBIDDEN', message, { allowed });
  }
  return on < lifting.givenUpOn
    ? notGivenUp(`The state gave it up on ${lifting.givenUpOn}, after ${on}.`, 'occurredOn')
    : undefined;
};

/** Whoever may still judge it, also who has confirmed it. */
const liftingJudges = (caveat: Caveat, pledge: Pledge): readonly LiftingConfirmer[] =>
  isGivenUp(caveat) ? needed(caveat, pledge, false).flat() : [];

const notGivenUp = (message: string, field = 'caveatId') =>
  conflict('CAVEAT_NOT_GIVEN_UP', message, { field });

/** Said again, unless the mission has closed since and it ends the lifting now. */
const saidAgain = ({ data, meta }: CommandOf<'ConfirmCaveatLifting'>, pledge: Pledge): boolean => {
  const caveat = findCaveat(pledge, data.caveatId);
  if (caveat === undefined || caveat.lifting?.refused !== null || !hasConfirmed(caveat, meta.role))
    return false;
  if (caveat.liftedOn !== null) return true;
  const closed = isClosed(caveat, data.mission, meta.occurredOn ?? meta.now.slice(0, 10));
  return needed(caveat, pledge, closed).some((group) => !group.some((role) => hasConfirmed(caveat, role)));
};

export const lifting = chapter({
  evolve,
  commands: {
    LiftCaveat: {
      ...OPEN_CAPABILITY,
      roles: ['MS'],
      needs: 'a caveat that is open',
      precondition: openCaveat,
      isNoop: ({ data }, pledge) => {
        const caveat = findCaveat(pledge, data.caveatId);
        return caveat !== undefined && isGivenUp(caveat);
      },
      decide: liftCaveat,
      events: ['CaveatLifted', 'CaveatGivenUp'],
    },
    ConfirmCaveatLifting: {
      ...OPEN_CAPABILITY,
      roles: ['FGS', 'PD', 'MISSION', 'EVAL'],
      needs: 'a caveat that the state gave up',
      precondition: judged,
      isNoop: saidAgain,
      decide: confirm,
      events: ['CaveatLiftingConfirmed'],
    },
    RefuseCaveatLifting: {
      ...OPEN_CAPABILITY,
      roles: ['FGS', 'PD', 'MISSION', 'EVAL'],
      needs: 'a caveat that the state gave up',
      precondition: refusable,
      isNoop: ({ data, meta }, pledge) =>
        findCaveat(pledge, data.caveatId)?.lifting?.refused?.by === meta.role,
      decide: refuse,
      events: ['CaveatLiftingRefused'],
    },
  },
});
