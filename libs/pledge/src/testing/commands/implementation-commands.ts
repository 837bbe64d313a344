/** Accepted examples: a plan, its milestones, and evidence that they were met. */
import type { ImplementationCommands } from '../../implementation/implementation.state.ts';
import { EVIDENCE, FIRST, OTHER_EVIDENCE, PLEDGE, SECOND, idOf, sha256 } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const implementationCommands: ExamplesOf<keyof ImplementationCommands> = {
  PlanImplementation: {
    type: 'PlanImplementation',
    data: {
      pledgeId: PLEDGE,
      milestones: [
        { milestoneId: FIRST, text: null, dueOn: '2026-03-01', measure: null, template: 'AGREEMENT' },
        { milestoneId: SECOND, text: '200 trained', dueOn: '2027-01-01', measure: '200', template: null },
      ],
      implementingBody: 'Peace Operations Training Centre',
    },
    meta: state,
  },
  ReviseMilestone: {
    type: 'ReviseMilestone',
    data: {
      pledgeId: PLEDGE,
      milestoneId: SECOND,
      text: null,
      dueOn: '2026-09-01',
      measure: null,
      reason: 'The rooms are late',
    },
    meta: state,
  },
  StartImplementation: { type: 'StartImplementation', data: { pledgeId: PLEDGE }, meta: by('IMPL') },
  MeetMilestone: {
    type: 'MeetMilestone',
    data: { pledgeId: PLEDGE, milestoneId: FIRST, evidence: [EVIDENCE] },
    meta: by('IMPL'),
  },
  SubmitEvidence: {
    type: 'SubmitEvidence',
    data: {
      pledgeId: PLEDGE,
      evidenceId: OTHER_EVIDENCE,
      kind: 'REPORT',
      sha256: sha256('b'),
      url: null,
    },
    meta: by('IMPL'),
  },
  VerifyEvidence: {
    type: 'VerifyEvidence',
    data: { pledgeId: PLEDGE, evidenceId: EVIDENCE, note: null },
    meta: { ...by('EVAL'), actor: idOf(90) },
  },
  RejectEvidence: {
    type: 'RejectEvidence',
    data: { pledgeId: PLEDGE, evidenceId: EVIDENCE, reason: 'Not signed' },
    meta: { ...by('EVAL'), actor: idOf(90) },
  },
};
