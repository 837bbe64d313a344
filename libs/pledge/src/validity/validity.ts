/**
 * How long an offer stands, and how it stops standing: PCRS page, section 5. Only capabilities have an end date; the
 * clock starts with the registration and is stopped by a renewal, a withdrawal or a lapse.
 */
import { addDays, addMonths, END_STATUSES } from '@pledgeline/contracts';
import { CAPABILITY, CAPABILITY_UNDATED, COMMON, OFFERED, chapter, except, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { levelStillBacked } from '../readiness/level-basis.ts';
import { atLevel } from '../readiness/readiness.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import { newTurn } from '../selection/turn.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';
import { beingEntered } from './late-entry.ts';

const evolve = {
  PledgeRenewed: (pledge, data, event) =>
    atLevel(
      {
        ...(pledge.status === 'MATCHED' ? pledge : { ...pledge, ...newTurn, status: 'REGISTERED' }),
        validUntil: data.validUntil,
        standsSince: event.metadata.occurredOn,
        lapsedOn: null,
      },
      data.level,
    ),
  RenewalReminded: (pledge, data) => ({ ...pledge, remindedFor: data.validUntil }),
  PledgeLapsed: (pledge, data) => ({ ...pledge, status: 'LAPSED', lapsedOn: data.dueOn, matches: [] }),
  PledgeWithdrawn: (pledge) => ({
    ...pledge,
    ...(pledge.deployment === null ? newTurn : { matches: [] }),
    status: 'WITHDRAWN',
  }),
} satisfies Partial<Folds>;

const withdraw: Decision<'WithdrawPledge'> = ({ data }, pledge, { on }) => [
  {
    type: 'PledgeWithdrawn',
    data: {
      pledgeId: data.pledgeId,
      reason: mustSay('reason', data.reason),
      effectiveOn: on,
      source: data.source,
      endedMatches: endedMatches(pledge),
    },
  },
];

/** The matches that end with the pledge, so that a policy can free the gaps. */
export const endedMatches = ({ matches }: Pledge) =>
  matches.map(({ gapId, reservationId }) => ({ gapId, reservationId }));

const renew: Decision<'RenewPledge'> = ({ data }, pledge, context) => {
  const { on, rules } = context;
  const { validUntil: end, level } = pledge;
  if (end === null || level === null) throw noValidity();
  const validUntil = data.validUntil ?? latestEnd(end, context);
  mustBeInReach(validUntil, end, context);
  const revived = pledge.status === 'LAPSED' || pledge.status === 'REPATRIATED';
  return [
    under(rules, {
      type: 'PledgeRenewed',
      data: {
        pledgeId: data.pledgeId,
        previousValidUntil: end,
        validUntil,
        // The same for a unit that came home: its visit has often expired under way (assumption).
        level: revived ? levelStillBacked(pledge, on) : level,
      },
    }),
  ];
};

/**
 * Six months after the old end, not after the day of renewal. Where that is past already (a pledge revived after a long
 * lapse, a unit home after years), as many steps of six months as bring it past the day of renewal: the state keeps its
 * rhythm, as if it had renewed again and again, and the new end is never past nor more than one step away.
 */
const latestEnd = (oldEnd: string, { on, rules }: DecisionContext): string => {
  for (let steps = 1; ; steps += 1) {
    const end = addMonths(oldEnd, steps * rules.renewalMonths);
    if (end > on) return end;
  }
};

const mustBeInReach = (asked: string, oldEnd: string, context: DecisionContext): void => {
  mustBeDay('validUntil', asked);
  const latest = latestEnd(oldEnd, context);
  const after = oldEnd > context.on ? oldEnd : context.on;
  const details = { field: 'validUntil', after, latest };
  if (asked <= after) throw invalid('RENEWAL_TOO_SHORT', `A renewal must reach beyond ${after}.`, details);
  if (asked > latest) throw invalid('RENEWAL_TOO_LONG', `A renewal reaches to ${latest} at most.`, details);
};

const tooEarly = (earliest: string) =>
  conflict('RENEWAL_TOO_EARLY', `A renewal of this pledge cannot be dated before ${earliest}.`, {
    field: 'occurredOn',
    earliest,
  });

const noValidity = () => conflict('NO_VALIDITY', 'This pledge has no end of validity.');

const remind: Decision<'RemindRenewal'> = ({ data }, { validUntil }, { rules }) => {
  if (validUntil === null) throw noValidity();
  return [under(rules, { type: 'RenewalReminded', data: { pledgeId: data.pledgeId, validUntil } })];
};

/** The business date is the due date, also when the job runs late: section 5.3. */
const lapse: Decision<'LapsePledge'> = ({ data }, pledge, { rules }) => {
  if (pledge.validUntil === null) throw noValidity();
  const dueOn = addDays(pledge.validUntil, rules.graceDays);
  return [
    under(rules, {
      type: 'PledgeLapsed',
      data: { pledgeId: data.pledgeId, dueOn, endedMatches: endedMatches(pledge) },
      occurredOn: dueOn,
    }),
  ];
};

/**
 * A lapsed pledge can be revived for 12 months; one whose unit came home whenever the state keeps the offer open. Whether
 * it is too late is judged by the clock, not by the stated date: a date of the state's choosing would make every lapse revivable.
 */
const renewable: Precondition<'RenewPledge'> = (pledge, { on, earliestToday, rules }) => {
  if (pledge.validUntil === null) return noValidity();
  const { lapsedOn } = pledge;
  const earliest = lapsedOn ?? pledge.standsSince;
  if (earliest !== null && on < earliest) return tooEarly(earliest);
  if (lapsedOn === null) return lapsedOnItsDates(pledge, on, rules);
  const lastDay = addMonths(lapsedOn, rules.revivalMonths);
  return earliestToday > lastDay ? revivalTooLate(lastDay) : undefined;
};

const revivalTooLate = (lastDay: string) =>
  conflict('REVIVAL_TOO_LATE', `A lapsed pledge could be revived until ${lastDay}.`, { lastDay });

/** No job lapses a history while it is entered; on its true dates the offer has lapsed all the same, and what is left out shows. */
const lapsedOnItsDates = (pledge: Pledge, on: string, rules: RuleSet) => {
  const { lateEntry, validUntil, status } = pledge;
  if (lateEntry === null || validUntil === null || status === 'REPATRIATED') return undefined;
  if (!rules.pastOffersAreLateEntries) return undefined;
  const lastDay = addMonths(addDays(validUntil, rules.graceDays), rules.revivalMonths);
  return on > lastDay ? revivalTooLate(lastDay) : undefined;
};

/** 30 days before the end, once for each end. */
const reminderDue: Precondition<'RemindRenewal'> = (pledge, { today, rules }) => {
  if (pledge.validUntil === null) return noValidity();
  const dueOn = addDays(pledge.validUntil, -rules.reminderDays);
  return pledge.remindedFor === pledge.validUntil || today < dueOn
    ? conflict('NOT_DUE', `A reminder is sent once, from ${dueOn} on.`, { dueOn })
    : undefined;
};

const lapseDue: Precondition<'LapsePledge'> = (pledge, context) => {
  const { earliestToday, rules } = context;
  if (pledge.validUntil === null) return noValidity();
  const dueOn = addDays(pledge.validUntil, rules.graceDays);
  return earliestToday > dueOn
    ? beingEntered(pledge, context)
    : conflict('NOT_DUE', `The grace lasts until ${dueOn}.`, { dueOn });
};

const BY_JOB = { ...CAPABILITY_UNDATED, from: OFFERED, roles: ['SYSTEM'] } as const;

export const validity = chapter({
  evolve,
  commands: {
    WithdrawPledge: {
      ...COMMON,
      from: except(...END_STATUSES, 'DEPLOYED'),
      roles: ['MS'],
      decide: withdraw,
      events: ['PledgeWithdrawn'],
      to: 'WITHDRAWN',
    },
    RenewPledge: {
      ...CAPABILITY,
      from: [...OFFERED, 'LAPSED', 'REPATRIATED'],
      roles: ['MS'],
      needs: 'an end of validity; after a lapse, within the time of revival',
      precondition: renewable,
      decide: renew,
      events: ['PledgeRenewed'],
      to: 'MATCHED stays, otherwise REGISTERED',
    },
    RemindRenewal: {
      ...BY_JOB,
      needs: 'an end of validity that is near, with no reminder sent for it',
      precondition: reminderDue,
      isNoop: (_command, pledge) => pledge.validUntil !== null && pledge.remindedFor === pledge.validUntil,
      decide: remind,
      events: ['RenewalReminded'],
    },
    LapsePledge: {
      ...BY_JOB,
      needs: 'validity and grace are over',
      precondition: lapseDue,
      isNoop: (_command, pledge) => pledge.status === 'LAPSED',
      decide: lapse,
      events: ['PledgeLapsed'],
      to: 'LAPSED',
    },
  },
});
