/** What follows on a visit that was scheduled: it is held, and each unit gets its outcome. */
import type { Role } from '@pledgeline/contracts';
import { conflict } from '../refusal.ts';
import type { Acts } from './act.ts';

/** The roles that plan visits and record their outcomes. */
export const VISITORS: readonly Role[] = ['SFGC'];

export interface VisitNow {
  /** Pledges. */
  readonly units: readonly string[];
  /** The last day on which it was held; null until then. */
  readonly conductedOn: string | null;
  /** Units that have their outcome. */
  readonly judged: readonly string[];
}

export const heldAlready = (conductedOn: string) =>
  conflict('ALREADY_CONDUCTED', `The visit was conducted until ${conductedOn}.`);

export const notHeldYet = () =>
  conflict('WRONG_ORDER', 'The visit is SCHEDULED. Record first that it was conducted.', {
    visitStatus: 'SCHEDULED',
    allowed: ['ConductVisit'],
  });

export const outcomeExists = (unit: string) =>
  conflict('OUTCOME_EXISTS', `${unit} has its outcome of this visit.`, { field: 'outcomes', unit });

export const visitActs: Acts<VisitNow> = {
  ConductVisit: {
    roles: VISITORS,
    mustStand: ({ conductedOn }) => {
      if (conductedOn !== null) throw heldAlready(conductedOn);
    },
  },
  /** For units that have none yet. */
  RecordVisitOutcome: {
    roles: VISITORS,
    mustStand: ({ conductedOn, units, judged }) => {
      if (conductedOn === null) throw notHeldYet();
      const [first] = units;
      if (first !== undefined && units.every((unit) => judged.includes(unit))) throw outcomeExists(first);
    },
  },
};
