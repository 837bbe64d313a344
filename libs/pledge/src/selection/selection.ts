/** A pledge meets a gap, and is chosen for it or not: lifecycle page, section 6; PCRS page, section 6. */
import { laterDay, type PledgeEvent } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { openCaveats } from '../caveats/caveats.state.ts';
import { mustAcceptCaveats } from '../caveats/caveats.ts';
import { CAPABILITY, CAPABILITY_UNDATED, OFFERED, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { mustBeOpenMission } from '../deployment/mission-on-record.ts';
import { rank } from '../readiness/level-basis.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { CommandOf, Pledge } from '../state.ts';
import type { Match } from './selection.state.ts';
import { selectors } from './selectors.ts';
import { withoutMatch } from './turn.ts';
import { isUsedUp, leftFor, takenBy, takesAll, unclear } from './what-is-taken.ts';

const evolve = {
  PledgeMatched: (pledge, data) => {
    const { pledgeId: _, fit: _fit, openCaveats: _caveats, ...match } = data;
    return {
      ...pledge,
      status: 'MATCHED',
      matches: [...pledge.matches, match],
      answeredReservations: [...pledge.answeredReservations, data.reservationId],
    };
  },
  MatchRefused: (pledge, data) => ({
    ...pledge,
    answeredReservations: [...pledge.answeredReservations, data.reservationId],
  }),
  MatchReleased: (pledge, data) => withoutMatch(pledge, data.reservationId),
  UnitSelected: (pledge, data) => {
    const { gapId, mission, selectedOn } = data;
    const reservationId = pledge.matches.find((match) => match.gapId === gapId)?.reservationId ?? '';
    return { ...pledge, status: 'SELECTED', selection: { gapId, reservationId, mission, selectedOn } };
  },
  SelectionDeclined: (pledge, data) => ({ ...withoutMatch(pledge, data.reservationId), selection: null }),
} satisfies Partial<Folds>;

/** The fit is FULL when the one match takes all that is pledged; any rest, or another match beside it, makes it PARTIAL. */
const match: Decision<'MatchPledge'> = ({ data }, pledge, { rules }) => {
  if (!Number.isSafeInteger(data.quantity) || data.quantity < 1) {
    throw invalid('QUANTITY_INVALID', 'A match needs a quantity of at least 1.', { field: 'quantity' });
  }
  const { acceptedCodes: _codes, reserved: _reserved, ...matched } = data;
  const taken = takenBy(pledge, data, rules);
  const fit = takesAll(pledge, taken, data.quantity, rules) ? 'FULL' : 'PARTIAL';
  const caveats = openCaveats(pledge).map(({ caveatId }) => caveatId);
  return [under(rules, { type: 'PledgeMatched', data: { ...matched, ...taken, fit, openCaveats: caveats } })];
};

/**
 * A reservation waits for its answer, so a refusal is an event from which the gap frees what it holds. A quantity that is none
 * cannot come from a reservation, and is the caller's mistake.
 */
const refusedAsEvent = (
  { data }: CommandOf<'MatchPledge'>,
  { code }: Rejected,
  rules: RuleSet,
): readonly PledgeEvent[] | undefined => {
  if (!data.reserved || code === 'QUANTITY_INVALID') return undefined;
  const { pledgeId, gapId, reservationId, quantity } = data;
  return [under(rules, { type: 'MatchRefused', data: { pledgeId, gapId, reservationId, quantity, code } })];
};

const releaseMatch: Decision<'ReleaseMatch'> = ({ data }, pledge) => {
  const { pledgeId, gapId } = data;
  const { reservationId } = mustBeMatched(pledge, gapId);
  const reason = mustSay('reason', data.reason);
  return [{ type: 'MatchReleased', data: { pledgeId, gapId, reservationId, reason } }];
};

/** Host consent to the unit is stated with each selection (PCRS page, section 6.1); that to the mission is on record. */
const select: Decision<'SelectUnit'> = ({ data }, pledge, { on, rules }) => {
  const { mission } = mustBeMatched(pledge, data.gapId);
  mustSay('decisionReference', data.decisionReference);
  if (data.hostConsent === 'REFUSED') {
    throw conflict('HOST_CONSENT_REFUSED', 'The host country has refused this unit.', {
      field: 'hostConsent',
    });
  }
  mustBeOpenMission(data, on, mission, rules);
  mustAcceptCaveats(data.acceptedCaveats, pledge);
  return [under(rules, { type: 'UnitSelected', data: { ...data, mission, selectedOn: on } })];
};

const declineSelection: Decision<'DeclineSelection'> = ({ data }, { selection }) => {
  const { gapId, reservationId } = selection ?? {};
  if (typeof gapId !== 'string' || typeof reservationId !== 'string') throw unknownMatch();
  const reason = mustSay('reason', data.reason);
  return [{ type: 'SelectionDeclined', data: { pledgeId: data.pledgeId, gapId, reservationId, reason } }];
};

const findMatch = (pledge: Pledge, gapId: string): Match | undefined =>
  pledge.matches.find((held) => held.gapId === gapId);

const mustBeMatched = (pledge: Pledge, gapId: string): Match => {
  const found = findMatch(pledge, gapId);
  if (found === undefined) throw unknownMatch();
  return found;
};

const unknownMatch = () =>
  missing('UNKNOWN_MATCH', 'The pledge is not matched to this gap.', { field: 'gapId' });

/** What a match asks of the pledge. */
type AskedMatch = Pick<
  CommandOf<'MatchPledge'>['data'],
  'acceptedCodes' | 'gapId' | 'quantity' | 'unit' | 'personsPerUnit'
>;

const matchable: Precondition<'MatchPledge'> = (pledge, context, command) =>
  notMatchable(pledge, context, command?.data ?? null);

/**
 * Standing, of a code that fills the gap, not set against the same gap before, and with enough left.
 * @param asked null for a match with any gap.
 */
export const notMatchable = (
  pledge: Pledge,
  { on, rules }: Pick<DecisionContext, 'on' | 'rules'>,
  asked: AskedMatch | null,
): Rejected | undefined => {
  if (pledge.validUntil !== null && on > pledge.validUntil) {
    return conflict('EXPIRED', `The offer stood until ${pledge.validUntil}.`, {
      validUntil: pledge.validUntil,
    });
  }
  if (asked === null) return isUsedUp(pledge, rules) ? notEnough(0) : undefined;
  if (!asked.acceptedCodes.some((code) => code === pledge.capabilityCode)) {
    return conflict('CODE_MISMATCH', `${pledge.capabilityCode ?? 'No code'} does not fill this gap.`, {
      allowed: asked.acceptedCodes,
    });
  }
  if (findMatch(pledge, asked.gapId) !== undefined) {
    return conflict('ALREADY_MATCHED', 'The pledge is matched to this gap already.', { field: 'gapId' });
  }
  const left = leftFor(pledge, asked, rules) ?? 0;
  return unclear(pledge, asked, rules) ?? (left < asked.quantity ? notEnough(left, asked.unit) : undefined);
};

/** @param unit that of the gap; where nothing is left it does not matter. */
const notEnough = (left: number, unit: string | null = null): Rejected => {
  const some = `${left}${unit === null ? '' : ` ${unit}`} of the pledge are left to match.`;
  const message = left > 0 ? some : 'Nothing of the pledge is left to match.';
  return conflict('NOT_ENOUGH_LEFT', message, { field: 'quantity', left });
};

/**
 * A unit ready enough to be chosen: exactly one match (lifecycle page, section 4), Level 2 or higher, and a visit behind
 * that level that counts on the day of the selection. A level whose visit has expired is lost, though the job that writes
 * it down may not have run; RDL stands on its verification or on the AAV.
 */
export const selectable: Precondition<'SelectUnit'> = (pledge, { on, rules }, command) => {
  if (command !== null && findMatch(pledge, command.data.gapId) === undefined) return unknownMatch();
  if (pledge.matches.length > 1) {
    return tooManyMatches(pledge.matches.map(({ gapId }) => gapId));
  }
  if (rank(pledge.level) < rank(rules.selectionLevel)) {
    return conflict(
      'AAV_MISSING',
      `Selection needs ${rules.selectionLevel}; the unit is at ${pledge.level ?? 'none'}.`,
      { level: pledge.level, needed: rules.selectionLevel },
    );
  }
  const { AAV, RDL } = pledge.visitsValidUntil;
  const until = pledge.level === 'RDL' ? laterDay(AAV, RDL) : AAV;
  return until !== null && on > until
    ? conflict('AAV_EXPIRED', `The visit behind ${pledge.level ?? 'the level'} counted until ${until}.`, {
        until,
      })
    : undefined;
};

/** @param gaps to which the pledge would be matched. */
export const tooManyMatches = (gaps: readonly string[]): Rejected =>
  conflict(
    'TOO_MANY_MATCHES',
    'A selection needs exactly one match: release the others, or split the pledge.',
    { gaps },
  );

export const selection = chapter({
  evolve,
  commands: {
    MatchPledge: {
      ...CAPABILITY,
      from: OFFERED,
      roles: ['SFGC', 'SYSTEM'],
      needs: 'a valid offer of which something is left',
      precondition: matchable,
      isNoop: ({ data }, pledge) => pledge.answeredReservations.includes(data.reservationId),
      decide: match,
      refusedAs: refusedAsEvent,
      events: ['PledgeMatched', 'MatchRefused'],
      to: 'MATCHED',
    },
    ReleaseMatch: {
      ...CAPABILITY_UNDATED,
      from: ['MATCHED'],
      roles: ['SFGC'],
      decide: releaseMatch,
      events: ['MatchReleased'],
      to: 'MATCHED if another match remains, otherwise REGISTERED',
    },
    SelectUnit: {
      ...CAPABILITY,
      from: ['MATCHED'],
      roles: ['FGS', 'PD'],
      rolesFor: selectors,
      needs: 'one match, and Level 2 or higher on a visit that counts',
      precondition: selectable,
      decide: select,
      events: ['UnitSelected'],
      to: 'SELECTED',
    },
    DeclineSelection: {
      ...CAPABILITY_UNDATED,
      from: ['SELECTED'],
      roles: ['MS', 'FGS', 'PD'],
      decide: declineSelection,
      events: ['SelectionDeclined'],
      to: 'MATCHED if another match remains, otherwise REGISTERED',
    },
  },
});
