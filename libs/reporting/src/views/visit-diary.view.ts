/** The diary of visits: planned, held, and what they found for each unit. */
import { isOneOf, type DataOf, type VisitEvent, type VisitOutcome } from '@pledgeline/contracts';
import { viewOf } from '../visibility/view.ts';

export interface VisitRow {
  readonly visit: DataOf<'AavScheduled'>;
  readonly revision: number;
  readonly conducted: { readonly from: string; readonly to: string } | null;
  readonly outcomes: readonly UnitOutcome[];
  readonly reportReference: string | null;
  readonly agreementReference: string | null;
}

interface UnitOutcome {
  readonly pledgeId: string;
  readonly outcome: VisitOutcome;
  readonly recommendations: readonly string[];
}

/** RECORDED: every unit has its outcome. */
export const VISIT_STATES = ['SCHEDULED', 'CONDUCTED', 'RECORDED'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const VISIT_DIARY = 'visit-diary';

export const visitDiary = viewOf<VisitRow, VisitEvent>({
  name: VISIT_DIARY,
  version: 3,
  category: 'visit',
  columns: {
    memberState: ({ visit }) => visit.memberState,
    purpose: ({ visit }) => visit.purpose,
    state: (row) => stateOf(row),
    beginsOn: (row) => daysOf(row).from,
    endsOn: (row) => daysOf(row).to,
    /** The units that wait for their outcome, with blanks between. */
    owing: (row) => unitsWithoutOutcome(row).join(' ') || null,
  },
  apply: (row, event) => {
    if (event.type === 'AavScheduled') {
      return {
        visit: event.data,
        revision: event.revision,
        conducted: null,
        outcomes: [],
        reportReference: null,
        agreementReference: null,
      };
    }
    if (row === undefined) return undefined;
    switch (event.type) {
      case 'AavConducted': {
        const { from, to } = event.data;
        return { ...row, conducted: { from, to } };
      }
      case 'AavOutcomeRecorded': {
        const { outcomes, reportReference } = event.data;
        return { ...row, outcomes: [...row.outcomes, ...outcomes], reportReference };
      }
      case 'RdlVerificationRecorded': {
        const { outcomes, agreementReference } = event.data;
        return { ...row, outcomes: [...row.outcomes, ...outcomes], agreementReference };
      }
    }
  },
  readers: {
    where: (caller) => (isOneOf([caller.state ?? ''], caller) ? { memberState: caller.state } : null),
  },
  concerned: {
    statesOf: ({ visit }) => [visit.memberState],
    where: (_views, memberState) => ({ memberState }),
  },
});

/** On which it was held or, until then, is planned. */
export const daysOf = ({ visit, conducted }: VisitRow): { readonly from: string; readonly to: string } =>
  conducted ?? visit;

export const stateOf = (row: VisitRow): VisitState => {
  if (row.conducted === null) return 'SCHEDULED';
  return unitsWithoutOutcome(row).length > 0 ? 'CONDUCTED' : 'RECORDED';
};

export const unitsWithoutOutcome = ({ visit, outcomes }: VisitRow): readonly string[] =>
  visit.units.filter((unit) => !outcomes.some(({ pledgeId }) => pledgeId === unit));
