/** The outcome of a visit is noted on each pledge that it covered; the report stays with the visit. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';
import type { PledgeCommandData } from '@pledgeline/pledge';

type Recorded = DataOf<'AavOutcomeRecorded'> | DataOf<'RdlVerificationRecorded'>;

export const noteVisitOutcome: Policy = {
  name: 'note-visit-outcome',
  on: ['AavOutcomeRecorded', 'RdlVerificationRecorded'],
  react: (event) => {
    const recorded = event.data as Recorded;
    const { visitId, conductedOn, outcomes } = recorded;
    const visit = {
      visitId,
      conductedOn,
      purpose: event.type === 'AavOutcomeRecorded' ? 'AAV' : 'RDL',
      agreementReference: 'agreementReference' in recorded ? recorded.agreementReference : null,
    } as const;
    return outcomes.map(({ pledgeId, outcome }) => {
      const data: PledgeCommandData['NoteVisitOutcome'] = { ...visit, pledgeId, outcome };
      return { stream: streamName('pledge', pledgeId), type: 'NoteVisitOutcome', data };
    });
  },
};
