/**
 * How long an offer stands, and how it stops standing: PCRS page, section 5. Only capabilities have an end date; the
 * clock starts with the registration and is stopped by a renewal, a withdrawal or a lapse.
 */
import { addDays, addMonths, isDay } from '../business-date.ts';
import { under, type Circumstances, type Decision, type Precondition } from '../circumstances.ts';
import { levelStillBacked } from '../readiness/level-basis.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { beingEntered } from './late-entry.ts';

/**
 * A lapsed pledge can be revived for 12 months; one whose unit came home whenever the state keeps the offer open. Whether
 * it is too late the clock tells, not the state: a date of its own choosing would make every lapse revivable.
 */
export const renewable: Precondition<'RenewPledge'> = (pledge, { on, earliestToday, rules }) => {
  if (pledge.validUntil === null) return noValidity();
  const { lapsedOn } = pledge;
  const earliest = lapsedOn ?? pledge.standsSince;
  if (earliest !== null && on < earliest) return tooEarly(earliest);
  if (lapsedOn === null) return undefined;
  const lastDay = addMonths(lapsedOn, rules.revivalMonths);
  return earliestToday > lastDay
    ? conflict('REVIVAL_TOO_LATE', `A lapsed pledge could be revived until ${lastDay}.`, { lastDay })
    : undefined;
};

export const renew: Decision<'RenewPledge'> = ({ data }, pledge, circumstances) => {
  const { on, rules } = circumstances;
  const { validUntil: end, level } = pledge;
  if (end === null || level === null) throw noValidity();
  const validUntil = data.validUntil ?? latestEnd(end, circumstances);
  mustBeInReach(validUntil, end, circumstances);
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
const latestEnd = (oldEnd: string, { on, rules }: Circumstances): string => {
  for (let steps = 1; ; steps += 1) {
    const end = addMonths(oldEnd, steps * rules.renewalMonths);
    if (end > on) return end;
  }
};

const mustBeInReach = (asked: string, oldEnd: string, circumstances: Circumstances): void => {
  if (!isDay(asked)) throw invalid('DATE_IMPOSSIBLE', `${asked} is no date.`, { field: 'validUntil' });
  const latest = latestEnd(oldEnd, circumstances);
  const after = oldEnd > circumstances.on ? oldEnd : circumstances.on;
  const details = { field: 'validUntil', after, latest };
  if (asked <= after) throw invalid('RENEWAL_TOO_SHORT', `A renewal must reach beyond ${after}.`, details);
  if (asked > latest) throw invalid('RENEWAL_TOO_LONG', `A renewal reaches to ${latest} at most.`, details);
};

const tooEarly = (earliest: string) =>
  conflict('RENEWAL_TOO_EARLY', `A renewal of this pledge cannot be dated before ${earliest}.`, {
    field: 'occurredOn',
    earliest,
  });

const noValidity = () => conflict('NO_VALIDITY', 'This pledge has no end of validity to count from.');

/** 30 days before the end, once for each end. */
export const reminderDue: Precondition<'RemindRenewal'> = (pledge, { today, rules }) => {
  if (pledge.validUntil === null) return noValidity();
  const dueOn = addDays(pledge.validUntil, -rules.reminderDays);
  return pledge.remindedFor === pledge.validUntil || today < dueOn
    ? conflict('NOT_DUE', `A reminder is sent once, from ${dueOn} on.`, { dueOn })
    : undefined;
};

export const remind: Decision<'RemindRenewal'> = ({ data }, { validUntil }, { rules }) => {
  if (validUntil === null) throw noValidity();
  return [under(rules, { type: 'RenewalReminded', data: { pledgeId: data.pledgeId, validUntil } })];
};

export const lapseDue: Precondition<'LapsePledge'> = (pledge, circumstances) => {
  const { earliestToday, rules } = circumstances;
  if (pledge.validUntil === null) return noValidity();
  const dueOn = addDays(pledge.validUntil, rules.graceDays);
  return earliestToday > dueOn
    ? beingEntered(pledge, circumstances)
    : conflict('NOT_DUE', `The grace lasts until ${dueOn}.`, { dueOn });
};

/** The business date is the due date, however late the job runs: section 5.3. */
export const lapse: Decision<'LapsePledge'> = ({ data }, pledge, { rules }) => {
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

export const withdraw: Decision<'WithdrawPledge'> = ({ data }, pledge, { on }) => [
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

/** What the gaps hold for this pledge, so that a policy can free it. */
export const endedMatches = ({ matches }: Pledge) =>
  matches.map(({ gapId, reservationId }) => ({ gapId, reservationId }));
