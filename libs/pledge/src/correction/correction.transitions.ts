/** Putting a history right: when, by whom, and what follows. Lifecycle page, sections 3 and 5. */
import { STATUSES } from '@pledgeline/contracts';
import { COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { correct, openProposal, propose, reject } from './correction.ts';
import type { CorrectionWishes } from './correction.wishes.ts';

const RECORDS = { ...COMMON_UNDATED, from: STATUSES, roles: ['ADMIN'] } as const;

export const correctionTransitions: Rows<keyof CorrectionWishes> = {
  ProposeCorrection: { ...RECORDS, decide: propose, events: ['CorrectionProposed'], to: null },
  CorrectEvent: {
    ...RECORDS,
    needs: 'a proposal of another records officer',
    precondition: openProposal,
    decide: correct,
    events: ['EventCorrected'],
    to: 'as the corrected history leaves it',
  },
  RejectCorrection: {
    ...RECORDS,
    needs: 'a proposal that is open',
    precondition: openProposal,
    decide: reject,
    events: ['CorrectionRejected'],
    to: null,
  },
};
