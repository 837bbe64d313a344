/**
 * What two persons do, one proposes and another decides. The words in which the proposer is refused the second part, for the decisions,
 * and for whoever asks ahead of them why the command is not offered to him.
 */
import type { Rejected } from '@pledgeline/event-sourcing';
import { openAnnulments } from '../annulment/annulment.state.ts';
import { openProposals } from '../correction/correction.state.ts';
import { forbidden } from '../refusal.ts';
import type { Pledge, PledgeCommandType } from '../state.ts';
import { actForAnother } from './own-acts.ts';

export const correctionForAnother = (): Rejected => forOtherRecordsOfficer('A correction');

export const annulmentForAnother = (): Rejected => forOtherRecordsOfficer('An annulment');

const forOtherRecordsOfficer = (what: string): Rejected =>
  forbidden('SAME_PERSON', `${what} needs two persons: another records officer agrees to it.`, {
    allowed: ['ADMIN'],
  });

export const codeForAnother = (): Rejected =>
  forbidden('SAME_PERSON', 'The person who proposed the code may not decide it.', {
    field: 'capabilityCode',
  });

type Refusal = (pledge: Pledge, subject: string) => Rejected | undefined;

const REFUSALS: Readonly<Partial<Record<PledgeCommandType, Refusal>>> = {
  CorrectEvent: (pledge, subject) =>
    openProposals(pledge).some(({ proposedBy }) => proposedBy === subject)
      ? correctionForAnother()
      : undefined,
  AnnulEvent: (pledge, subject) =>
    openAnnulments(pledge).some(({ proposedBy }) => proposedBy === subject)
      ? annulmentForAnother()
      : undefined,
  ReclassifyPledge: ({ reclassification }, subject) =>
    reclassification?.proposedBy === subject ? codeForAnother() : undefined,
  ApproveAct: ({ acts }, subject) => {
    const own = acts.find(({ standing, officers }) => standing === 'PROPOSED' && officers.includes(subject));
    return own && actForAnother(own);
  },
};

/** The refusal of the command to the person who proposed what waits for it; undefined where he did not, or nothing waits. */
export const ownProposalWaits = (
  type: PledgeCommandType,
  pledge: Pledge,
  subject: string,
): Rejected | undefined => REFUSALS[type]?.(pledge, subject);
