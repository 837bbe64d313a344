/** The one address of every command, and the one service that offers it. */
import type { Owner } from './events/event-contract.ts';

export interface CommandRoute {
  readonly command: string;
  readonly service: Owner;
  readonly path: string;
}

const route = (service: Owner, command: string, path: string): CommandRoute => ({ command, service, path });

/** All are POST. Braces mark path parameters, as in OpenAPI. */
export const commandRoutes = [
  route('intake', 'AnnouncePledge', '/pledges'),
  route('intake', 'LinkAnnouncement', '/pledges/{pledgeId}/announcements'),
  route('intake', 'AcknowledgePledge', '/pledges/{pledgeId}/acknowledgement'),
  route('intake', 'RequestClarification', '/pledges/{pledgeId}/clarifications'),
  route('intake', 'ProvideClarification', '/pledges/{pledgeId}/clarifications/{clarificationId}/answer'),
  route('intake', 'ReceiveDocumentation', '/pledges/{pledgeId}/documents'),
  route('intake', 'RegisterPledge', '/pledges/{pledgeId}/registration'),
  route('intake', 'DeclineRegistration', '/pledges/{pledgeId}/registration-refusal'),
  route('intake', 'WithdrawPledge', '/pledges/{pledgeId}/withdrawal'),
  route('intake', 'AmendPledge', '/pledges/{pledgeId}/amendments'),
  route('intake', 'SplitPledge', '/pledges/{pledgeId}/split'),
  route('intake', 'DeclareCondition', '/pledges/{pledgeId}/conditions'),
  route('intake', 'MeetCondition', '/pledges/{pledgeId}/conditions/{conditionId}/fulfilment'),
  route('intake', 'FailCondition', '/pledges/{pledgeId}/conditions/{conditionId}/failure'),
  route('verification', 'SuspendPledge', '/pledges/{pledgeId}/suspensions'),
  route('verification', 'ResumePledge', '/pledges/{pledgeId}/resumption'),
  route('intake', 'ProposeReclassification', '/pledges/{pledgeId}/reclassification-proposals'),
  route('intake', 'ReclassifyPledge', '/pledges/{pledgeId}/reclassification'),
  route('intake', 'TagThemes', '/pledges/{pledgeId}/themes'),
  route('verification', 'ReportProgress', '/pledges/{pledgeId}/progress-reports'),
  route('intake', 'ProposeCorrection', '/pledges/{pledgeId}/corrections'),
  route('intake', 'CorrectEvent', '/pledges/{pledgeId}/corrections/{correctionId}/approval'),
  route('intake', 'RejectCorrection', '/pledges/{pledgeId}/corrections/{correctionId}/rejection'),
  route('intake', 'CountAgainst', '/pledges/{pledgeId}/total'),
  route('intake', 'DeclarePhases', '/pledges/{pledgeId}/phases'),
  route('intake', 'ConsentToMerge', '/pledges/{pledgeId}/merge-consents'),
  route('intake', 'MergePledges', '/pledges/{pledgeId}/merger'),
  route('intake', 'DeclarePartnership', '/pledges/{pledgeId}/partnership'),
  route('intake', 'JoinPartnership', '/pledges/{pledgeId}/partners'),
  route('intake', 'LeavePartnership', '/pledges/{pledgeId}/partners/departures'),
  route('intake', 'NameLead', '/pledges/{pledgeId}/lead'),
  route('intake', 'RegisterConference', '/conferences'),
  route('intake', 'ReviseConference', '/conferences/{code}/revisions'),
  route('intake', 'RaiseIdea', '/ideas'),
  route('intake', 'LogContact', '/ideas/{ideaId}/contacts'),
  route('intake', 'TakeUpIdea', '/ideas/{ideaId}/take-up'),
  route('intake', 'DropIdea', '/ideas/{ideaId}/dropping'),
  route('verification', 'RenewPledge', '/pledges/{pledgeId}/renewals'),
  route('verification', 'AttainLevel', '/pledges/{pledgeId}/levels'),
  route('verification', 'DowngradeLevel', '/pledges/{pledgeId}/level-downgrades'),
  route('verification', 'MatchPledge', '/pledges/{pledgeId}/matches'),
  route('verification', 'ReleaseMatch', '/pledges/{pledgeId}/matches/{gapId}/release'),
  route('verification', 'SelectUnit', '/pledges/{pledgeId}/selection'),
  route('verification', 'DeclineSelection', '/pledges/{pledgeId}/selection-refusal'),
  route('verification', 'DeclareCaveat', '/pledges/{pledgeId}/caveats'),
  route('verification', 'DiscoverCaveat', '/pledges/{pledgeId}/caveat-discoveries'),
  route('verification', 'LiftCaveat', '/pledges/{pledgeId}/caveats/{caveatId}/lifting'),
  route('verification', 'NoteCaveatTalk', '/pledges/{pledgeId}/caveats/{caveatId}/talks'),
  route('verification', 'SignMou', '/pledges/{pledgeId}/mou'),
  route('verification', 'AmendMou', '/pledges/{pledgeId}/mou/amendments'),
  route('verification', 'ConductPdv', '/pledges/{pledgeId}/pdv'),
  route('verification', 'DeployUnit', '/pledges/{pledgeId}/deployment'),
  route('verification', 'AgreeTurns', '/pledges/{pledgeId}/turns'),
  route('verification', 'RotateUnit', '/pledges/{pledgeId}/rotations'),
  route('verification', 'RepatriateUnit', '/pledges/{pledgeId}/repatriation'),
  route('verification', 'AssessPerformance', '/pledges/{pledgeId}/assessments'),
  route('verification', 'FollowUpFinding', '/pledges/{pledgeId}/findings/{findingId}/follow-up'),
  route(
    'verification',
    'CloseImprovementPlan',
    '/pledges/{pledgeId}/assessments/{assessmentId}/plan-closure',
  ),
  route('verification', 'FulfilPledge', '/pledges/{pledgeId}/fulfilment'),
  route('verification', 'PlanImplementation', '/pledges/{pledgeId}/implementation-plan'),
  route('verification', 'ReviseMilestone', '/pledges/{pledgeId}/milestones/{milestoneId}/revisions'),
  route('verification', 'StartImplementation', '/pledges/{pledgeId}/implementation-start'),
  route('verification', 'MeetMilestone', '/pledges/{pledgeId}/milestones/{milestoneId}/completion'),
  route('verification', 'SubmitEvidence', '/pledges/{pledgeId}/evidence'),
  route('verification', 'VerifyEvidence', '/pledges/{pledgeId}/evidence/{evidenceId}/verification'),
  route('verification', 'RejectEvidence', '/pledges/{pledgeId}/evidence/{evidenceId}/rejection'),
  route('verification', 'PledgeFunds', '/pledges/{pledgeId}/funds-pledged'),
  route('verification', 'CommitFunds', '/pledges/{pledgeId}/funds-committed'),
  route('verification', 'ReceiveFunds', '/pledges/{pledgeId}/funds-received'),
  route('verification', 'DeliverCourse', '/pledges/{pledgeId}/courses'),
  route('verification', 'SecondExpert', '/pledges/{pledgeId}/secondments'),
  route('verification', 'EndSecondment', '/pledges/{pledgeId}/secondments/{secondmentId}/end'),
  route('verification', 'DeliverEquipment', '/pledges/{pledgeId}/equipment-deliveries'),
  route('verification', 'RecordPoliticalAct', '/pledges/{pledgeId}/political-acts'),
  route('verification', 'MeasureTarget', '/pledges/{pledgeId}/measurements'),
  route('verification', 'ScheduleVisit', '/visits'),
  route('verification', 'ConductVisit', '/visits/{visitId}/conduct'),
  route('verification', 'RecordVisitOutcome', '/visits/{visitId}/outcomes'),
  route('verification', 'PublishGap', '/gaps'),
  route('verification', 'ReviseGap', '/gaps/{gapId}/revisions'),
  route('verification', 'CloseGap', '/gaps/{gapId}/closure'),
  route('verification', 'PublishNeed', '/needs'),
  route('verification', 'MakeOffer', '/needs/{needId}/offers'),
  route('verification', 'ChooseOffer', '/needs/{needId}/offers/{offerId}/choice'),
  route('verification', 'DeclineOffer', '/needs/{needId}/offers/{offerId}/refusal'),
  route('verification', 'WithdrawOffer', '/needs/{needId}/offers/{offerId}/withdrawal'),
  route('verification', 'CloseNeed', '/needs/{needId}/closure'),
  route('verification', 'PublishRequirementSet', '/requirement-sets'),
  route('verification', 'RegisterMission', '/missions'),
  route('verification', 'ScheduleMissionClosure', '/missions/{mission}/closure'),
  route('verification', 'ChangeHostConsent', '/missions/{mission}/host-consent'),
  route('verification', 'SkipEvent', '/operations/skips'),
] as const;

const paths: ReadonlyMap<string, string> = new Map(commandRoutes.map(({ command, path }) => [command, path]));

/** The address of a command with the braces filled by name. @throws {Error} for what has none. */
export const commandHref = (command: string, parameters: Readonly<Record<string, string>> = {}): string => {
  const path = paths.get(command);
  if (path === undefined) throw new Error(`${command} has no address`);
  return path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
};

/** Whether it has one: what only jobs and policies send has none. */
export const hasAddress = (command: string): boolean => paths.has(command);
