/**
 * The work that is due on a day: a reminder before the end of validity, the lapse after the grace, the loss of a level whose
 * visit has expired (PCRS page, sections 3.4 and 5). The clock is handed in, the rows only say where to look, and each
 * pledge decides for itself; command ids derive from the due date, so any instance may run this at any time.
 */
import { addDays, dayOf, earliestToday, streamName } from '@pledgeline/contracts';
import { derivedId, Rejected } from '@pledgeline/event-sourcing';
import type { CommandMeta, Condition, FoundRow, Log, Views } from '@pledgeline/event-sourcing';
import { beingEntered, levelStillBacked, rules } from '@pledgeline/pledge';
import type { Pledge, PledgeCommand, PledgeCommands, PledgeCommandData, RuleSet } from '@pledgeline/pledge';
import { pledgeDeadlines } from './pledge-deadlines.projection.ts';

export interface DueWorkDone {
  readonly downgraded: number;
  readonly lapsed: number;
  readonly reminded: number;
  /** Found due by the read model, and no longer so when the pledge decided. */
  readonly refused: number;
}

/** @param now RFC 3339; a day is over when it is earlier than the day of `now` in the place where that ends last. */
export type RunDueWork = (now: string) => Promise<DueWorkDone>;
export const RUN_DUE_WORK = Symbol('RunDueWork');

type JobCommand = 'DowngradeLevel' | 'LapsePledge' | 'RemindRenewal';

interface Job<Type extends JobCommand = JobCommand> {
  readonly counts: 'downgraded' | 'lapsed' | 'reminded';
  readonly type: Type;
  /** Column of the deadlines, and the days in it that make the work due today. */
  readonly column: string;
  readonly due: (days: Days, rules: RuleSet) => Condition;
  /** Whose due date it is: part of the command's id, so that each is acted upon once. */
  readonly dueOn: (pledge: Pledge) => string | null;
  readonly data: (pledge: Pledge, days: Days) => PledgeCommandData[Type];
}

interface Days {
  /** In UTC. */
  readonly today: string;
  /** Every earlier day is over. */
  readonly earliest: string;
}

const downgrade: Job<'DowngradeLevel'> = {
  counts: 'downgraded',
  type: 'DowngradeLevel',
  column: 'levelValidUntil',
  due: ({ earliest }) => ({ to: addDays(earliest, -1) }),
  dueOn: ({ levelValidUntil }) => levelValidUntil,
  data: (pledge, { earliest }) => ({
    pledgeId: pledge.pledgeId,
    level: levelStillBacked(pledge, earliest),
    reason: 'VISIT_EXPIRED',
    consentReference: null,
  }),
};

const lapse: Job<'LapsePledge'> = {
  counts: 'lapsed',
  type: 'LapsePledge',
  column: 'validUntil',
  due: ({ earliest }, { graceDays }) => ({ to: addDays(earliest, -graceDays - 1) }),
  dueOn: ({ validUntil }) => validUntil,
  data: ({ pledgeId }) => ({ pledgeId }),
};

/** A pledge that lapses in the same run gets none. */
const remind: Job<'RemindRenewal'> = {
  counts: 'reminded',
  type: 'RemindRenewal',
  column: 'unreminded',
  due: ({ today, earliest }, { graceDays, reminderDays }) => ({
    from: addDays(earliest, -graceDays),
    to: addDays(today, reminderDays),
  }),
  dueOn: ({ validUntil }) => validUntil,
  data: ({ pledgeId }) => ({ pledgeId }),
};

/** A late entry is due for nothing while its history is entered. */
const isBeingEntered = (pledge: Pledge, { today, earliest }: Days): boolean =>
  beingEntered(pledge, { earliestToday: earliest, rules: rules.inForce(today) }) !== undefined;

/** In this order: a level that expired before the lapse is lost before it. */
const JOBS: readonly Job[] = [downgrade, lapse, remind];
const PAGE = 200;

/** A refusal of one pledge is counted and logged, and the run continues with the others; any other failure ends the run. */
export const dueWork =
  (views: Views, pledges: PledgeCommands, log: Log): RunDueWork =>
  async (now) => {
    const days = { today: dayOf(now), earliest: earliestToday(now) };
    const done = { downgraded: 0, lapsed: 0, reminded: 0, refused: 0 };
    for (const job of JOBS) {
      for await (const { row } of dueRows(views, job, days)) {
        if (isBeingEntered(row, days)) continue;
        const command = commandOf(job, row, now, days);
        try {
          const handled = await pledges(streamName('pledge', row.pledgeId), command);
          if (handled.events.length > 0) done[job.counts] += 1;
        } catch (error) {
          if (!(error instanceof Rejected)) throw error;
          done.refused += 1;
          log.warn({ pledgeId: row.pledgeId, command: job.type, code: error.code }, 'due work was refused');
        }
      }
    }
    return done;
  };

async function* dueRows(views: Views, { column, due }: Job, days: Days): AsyncGenerator<FoundRow<Pledge>> {
  let after: { value: null; key: string } | undefined;
  for (;;) {
    const query = {
      where: { [column]: due(days, rules.inForce(days.today)) },
      limit: PAGE,
      ...(after && { after }),
    };
    const page = await views.find<Pledge>(pledgeDeadlines.name, query);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = { value: null, key: last.key };
  }
}

const commandOf = ({ type, dueOn, data }: Job, pledge: Pledge, now: string, days: Days): PledgeCommand => {
  const commandId = derivedId('due-work', type, pledge.pledgeId, dueOn(pledge) ?? '');
  const meta: CommandMeta = {
    commandId,
    bodyHash: commandId,
    actor: 'job:due-work',
    role: 'SYSTEM',
    onBehalfOf: null,
    correlationId: commandId,
    causationId: null,
    now,
    occurredOn: days.today,
  };
  return { type, data: data(pledge, days), meta } as PledgeCommand;
};
