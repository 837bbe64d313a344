/** The commands that may come next, as addresses: a console draws its buttons from them. */
import { commandHref, hasAddress, mayActFor, ownerNamed, type Caller } from '@pledgeline/contracts';
import {
  findingsOf,
  isForAnother,
  isOpenToObjection,
  stateOfAct,
  isGivenUp,
  leadOf,
  openAnnulments,
  openCaveats,
  openConditions,
  openInvitations,
  openPlans,
  openProposals,
  openSupportRequests,
  statesOnlyNamed,
  type Caveat,
  type Pledge,
  type PledgeCommandType,
} from '@pledgeline/pledge';
import type { CommandLink } from './command-link.schema.ts';

/** One link; braces of the path are filled by name. */
export const commandLink = (
  command: string,
  parameters: Readonly<Record<string, string>> = {},
): CommandLink => ({
  command,
  method: 'POST',
  href: commandHref(command, parameters),
});

type Parameters = Readonly<Record<string, string>>;

/** Who asks for the links; null for those of everybody who may send the command. */
type Sender = Pick<Caller, 'subject' | 'role' | 'state' | 'body'>;

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

/** One link for each address that the command has on this pledge now; none for commands that only jobs and policies send. */
export const pledgeCommandLinks = (
  command: PledgeCommandType,
  pledge: Pledge,
  caller: Sender | null = null,
): readonly CommandLink[] => {
  if (!hasAddress(command)) return [];
  const { pledgeId } = pledge;
  return (parts[command]?.(pledge, caller) ?? [{}])
    .filter((part) => caller === null || !isForAnother(command, part, pledge, caller))
    .map((part) => commandLink(command, { pledgeId, ...part }));
};

/** What is done about one caveat. */
export const caveatLink = (
  command: 'LiftCaveat' | 'NoteCaveatTalk' | 'ConfirmCaveatLifting' | 'RefuseCaveatLifting',
  { pledgeId }: Pledge,
  { caveatId }: Caveat,
): CommandLink => commandLink(command, { pledgeId, caveatId });
