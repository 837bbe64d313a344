/** The commands that may come next, as addresses: a console draws its buttons from them. */
import { commandHref, hasAddress } from '@pledgeline/contracts';
import {
  findingsOf,
  openCaveats,
  openConditions,
  openPlans,
  openProposals,
  type Caveat,
  type Pledge,
  type PledgeCommandType,
} from '@pledgeline/pledge';
import type { CommandLink } from './pledge.schema.ts';

/** One link; braces of the path are filled by name. */
export const commandLink = (
  command: string,
  parameters: Readonly<Record<string, string>> = {},
): CommandLink => ({
  command,
  method: 'POST',
  href: commandHref(command, parameters),
});

/** One link for each address that the command has on this pledge now; none for commands that only jobs and policies send. */
export const pledgeCommandLinks = (command: PledgeCommandType, pledge: Pledge): readonly CommandLink[] => {
  const { pledgeId } = pledge;
  if (!hasAddress(command)) return [];
  if (command === 'ProvideClarification') {
    return pledge.clarifications
      .filter(({ answered }) => !answered)
      .map(({ clarificationId }) => commandLink(command, { pledgeId, clarificationId }));
  }
  if (command === 'ReviseMilestone' || command === 'MeetMilestone') {
    return (pledge.implementation?.milestones ?? [])
      .filter(({ metOn }) => metOn === null)
      .map(({ milestoneId }) => commandLink(command, { pledgeId, milestoneId }));
  }
  if (command === 'VerifyEvidence' || command === 'RejectEvidence') {
    return (pledge.implementation?.evidence ?? [])
      .filter(({ standing }) => standing === 'SUBMITTED')
      .map(({ evidenceId }) => commandLink(command, { pledgeId, evidenceId }));
  }
  if (command === 'EndSecondment') {
    return (pledge.delivered?.secondments ?? [])
      .filter(({ endedOn }) => endedOn === null)
      .map(({ secondmentId }) => commandLink(command, { pledgeId, secondmentId }));
  }
  if (command === 'ReleaseMatch') {
    return pledge.matches.map(({ gapId }) => commandLink(command, { pledgeId, gapId }));
  }
  if (command === 'LiftCaveat')
    return openCaveats(pledge).map((caveat) => caveatLink(command, pledge, caveat));
  if (command === 'NoteCaveatTalk')
    return pledge.caveats.map((caveat) => caveatLink(command, pledge, caveat));
  if (command === 'MeetCondition' || command === 'FailCondition') {
    return openConditions(pledge).map(({ conditionId }) => commandLink(command, { pledgeId, conditionId }));
  }
  if (command === 'CorrectEvent' || command === 'RejectCorrection') {
    return openProposals(pledge).map(({ correctionId }) => commandLink(command, { pledgeId, correctionId }));
  }
  if (command === 'FollowUpFinding') {
    return findingsOf(pledge)
      .filter(({ needId, ledToPledgeId }) => needId === null || ledToPledgeId === null)
      .map(({ findingId }) => commandLink(command, { pledgeId, findingId }));
  }
  if (command === 'CloseImprovementPlan') {
    return openPlans(pledge).map(({ assessmentId }) => commandLink(command, { pledgeId, assessmentId }));
  }
  return [commandLink(command, { pledgeId })];
};

/** What is done about one caveat. */
export const caveatLink = (
  command: 'LiftCaveat' | 'NoteCaveatTalk',
  { pledgeId }: Pledge,
  { caveatId }: Caveat,
): CommandLink => commandLink(command, { pledgeId, caveatId });
