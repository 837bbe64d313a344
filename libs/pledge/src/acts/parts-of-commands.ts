/**
 * What a command can be about on a pledge now, where it is about a part of it: the parameters of its path. By this the commands that come
 * next are offered as addresses, and named in refusals.
 */
import { mayActFor, ownerNamed, type Caller } from '@pledgeline/contracts';
import { openAnnulments } from '../annulment/annulment.state.ts';
import { openCaveats } from '../caveats/caveats.state.ts';
import { isGivenUp } from '../caveats/lifting.ts';
import { openConditions } from '../conditions/conditions.state.ts';
import { openProposals } from '../correction/correction.state.ts';
import { statesOnlyNamed } from '../partnership/credit.ts';
import { leadOf } from '../partnership/partnership.state.ts';
import { openInvitations } from '../partnership/proposals.state.ts';
import { findingsOf, openPlans } from '../performance/performance.state.ts';
import type { Pledge, PledgeCommandType } from '../state.ts';
import { openSupportRequests } from '../support/support.state.ts';
import { isOpenToObjection, stateOfAct } from './acts.state.ts';
import { isForAnother } from './second-person.ts';

type Parameters = Readonly<Record<string, string>>;

/** Who would send it; null for everybody who may. */
type Sender = Pick<Caller, 'subject' | 'state' | 'body'> & { readonly role: string };

/** Whether the part, or the proposal, is of the state or body that the sender speaks for. The Secretariat may answer for any. */
const isTheirs = (
  { state, body }: { readonly state: string | null; readonly body: string | null },
  sender: Sender | null,
): boolean => sender === null || mayActFor(sender, ownerNamed(state, body));

const evidenceToJudge = ({ implementation }: Pledge): Parameters[] =>
  (implementation?.evidence ?? [])
    .filter(({ standing }) => standing === 'SUBMITTED')
    .map(({ evidenceId }) => ({ evidenceId }));
const milestonesToMeet = ({ implementation }: Pledge): Parameters[] =>
  (implementation?.milestones ?? [])
    .filter(({ metOn }) => metOn === null)
    .map(({ milestoneId }) => ({ milestoneId }));
const liftingsToJudge = ({ caveats }: Pledge): Parameters[] =>
  caveats.filter(isGivenUp).map(({ caveatId }) => ({ caveatId }));
const conditionsToSettle = (pledge: Pledge): Parameters[] =>
  openConditions(pledge).map(({ conditionId }) => ({ conditionId }));
const supportToAnswer = (pledge: Pledge): Parameters[] =>
  openSupportRequests(pledge).map(({ requestId }) => ({ requestId }));
const correctionsToDecide = (pledge: Pledge): Parameters[] =>
  openProposals(pledge).map(({ correctionId }) => ({ correctionId }));
const actsToApprove = ({ acts }: Pledge): Parameters[] =>
  acts.filter(({ standing }) => standing === 'PROPOSED').map(({ actId }) => ({ actId }));
const annulmentsToDecide = (pledge: Pledge): Parameters[] =>
  openAnnulments(pledge).map(({ annulmentId }) => ({ annulmentId }));

/** What a command can be about on this pledge now, where it is about a part of it: the parameters of its path. */
const parts: Readonly<
  Partial<Record<PledgeCommandType, (pledge: Pledge, caller: Sender | null) => Parameters[]>>
> = {
  ProvideClarification: ({ clarifications }) =>
    clarifications.filter(({ answered }) => !answered).map(({ clarificationId }) => ({ clarificationId })),
  AnswerSupportRequest: supportToAnswer,
  DeclineSupportRequest: supportToAnswer,
  ReviseMilestone: milestonesToMeet,
  MeetMilestone: milestonesToMeet,
  VerifyEvidence: evidenceToJudge,
  RejectEvidence: evidenceToJudge,
  EndSecondment: ({ delivered }) =>
    (delivered?.secondments ?? [])
      .filter(({ endedOn }) => endedOn === null)
      .map(({ secondmentId }) => ({ secondmentId })),
  ReleaseMatch: ({ matches }) => matches.map(({ gapId }) => ({ gapId })),
  LiftCaveat: (pledge) =>
    openCaveats(pledge)
      .filter((caveat) => !isGivenUp(caveat))
      .map(({ caveatId }) => ({ caveatId })),
  ConfirmCaveatLifting: liftingsToJudge,
  RefuseCaveatLifting: liftingsToJudge,
  // Before there is a partnership, for those alone whom others name.
  JoinPartnership: (pledge, caller) =>
    pledge.partnership !== null || statesOnlyNamed(pledge).some((state) => state === caller?.state)
      ? [{}]
      : [],
  LeavePartnership: ({ partnership }, caller) =>
    (partnership?.partners ?? []).some((partner) => isTheirs(partner, caller)) ? [{}] : [],
  AcceptInvitation: (pledge, caller) =>
    openInvitations(pledge)
      .filter((invited) => isTheirs(invited, caller))
      .map(({ proposalId }) => ({ proposalId })),
  DeclinePartner: (pledge, caller) =>
    pledge.partnerProposals
      .filter((open) => caller?.state === leadOf(pledge) || isTheirs(open, caller))
      .map(({ proposalId }) => ({ proposalId })),
  NoteCaveatTalk: ({ caveats }) => caveats.map(({ caveatId }) => ({ caveatId })),
  MeetCondition: conditionsToSettle,
  FailCondition: conditionsToSettle,
  CorrectEvent: correctionsToDecide,
  RejectCorrection: correctionsToDecide,
  ApproveAct: actsToApprove,
  RejectAct: actsToApprove,
  AnnulEvent: annulmentsToDecide,
  RejectAnnulment: annulmentsToDecide,
  ObjectToAct: (pledge, caller) =>
    pledge.acts
      .filter(
        (act) => isOpenToObjection(act) && stateOfAct(act, pledge.memberState) === (caller?.state ?? null),
      )
      .map(({ actId }) => ({ actId })),
  FollowUpFinding: (pledge) =>
    findingsOf(pledge)
      .filter(({ needId, ledToPledgeId }) => needId === null || ledToPledgeId === null)
      .map(({ findingId }) => ({ findingId })),
  EvaluateCourse: ({ delivered }) => (delivered?.courses ?? []).map(({ courseId }) => ({ courseId })),
  CloseImprovementPlan: (pledge) => openPlans(pledge).map(({ assessmentId }) => ({ assessmentId })),
};

/** Those that this sender could be about: neither another's part, nor for another person because of what he did before. */
export const partsFor = (
  type: PledgeCommandType,
  pledge: Pledge,
  sender: Sender | null = null,
): readonly Parameters[] =>
  (parts[type]?.(pledge, sender) ?? [{}]).filter(
    (part) => sender === null || !isForAnother(type, part, pledge, sender),
  );
