/** What fits the example commands about conditions and partners to a pledge on which any example would fall flat. */
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { openConditions, type ConditionsCommands } from '../conditions/conditions.state.ts';
import type { MergeCommands } from '../merge/merge.state.ts';
import { leadOf, statesOf, type PartnershipCommands } from '../partnership/partnership.state.ts';
import { openInvitations, openJoinRequests, type ProposalCommands } from '../partnership/proposals.state.ts';
import type { TurnsCommands } from '../partnership/turns.state.ts';
import type { Pledge } from '../state.ts';
import { idOf } from './named-events.ts';
import { mergeCommands as commands } from './commands/merge-commands.ts';

type Changes = {
  readonly [
    Type in
      | keyof (ConditionsCommands & PartnershipCommands & ProposalCommands & TurnsCommands & MergeCommands)
      | 'RotateUnit'
  ]?: object;
};

/** @param n which step of the walk it is: what a command makes has the id of its step. */
export const suitedToPartners = (
  pledge: Pledge,
  { onBehalfOf: state }: CommandMeta,
  body: number,
  n: number,
): Changes => {
  const open = openConditions(pledge);
  const conditionId = open[body % Math.max(open.length, 1)]?.conditionId ?? idOf(8500);
  const states = statesOf(pledge);
  const invitation = openInvitations(pledge).find((open) => open.state === state);
  const request = openJoinRequests(pledge)[0];
  const other = pledge.partnership?.partners.find((partner) => partner.state !== leadOf(pledge));
  const ownPart = pledge.partnership?.partners.find((partner) => partner.state === state);
  return {
    DeclareCondition: { conditionId: idOf(8501 + n) },
    MeetCondition: { conditionId },
    FailCondition: { conditionId },
    InvitePartner: { proposalId: idOf(9600 + n), share: body, role: body % 2 === 0 ? 'UNIT' : 'MONEY' },
    AcceptInvitation: { proposalId: invitation?.proposalId ?? idOf(9599) },
    ConfirmPartner: { ...request, state: request?.state ?? 'KOR', proposalId: request?.proposalId ?? null },
    DeclinePartner: { proposalId: pledge.partnerProposals[0]?.proposalId ?? idOf(9599) },
    PartFromPartner: {
      ...(other && { state: other.state, body: other.body, role: other.role }),
      dosNoteReference: 'DOS/1',
    },
    JoinPartnership: {
      proposalId: idOf(9600 + n),
      state,
      share: body,
      role: body % 2 === 0 ? 'UNIT' : 'MONEY',
    },
    LeavePartnership: { state, role: ownPart?.role ?? 'UNIT', dosNoteReference: 'DOS/1' },
    NameLead: { lead: states.find((other) => other !== leadOf(pledge)) ?? 'KOR' },
    AgreeTurns: {
      turns: states.map((turn, year) => ({
        state: turn,
        from: `${2026 + year}-02-01`,
        to: `${2027 + year}-01-31`,
      })),
    },
    MergePledges: {
      capabilityCode: pledge.capabilityCode,
      sources: commands.MergePledges.data.sources.map((source) => ({ ...source, track: pledge.track })),
    },
    RotateUnit: { nextState: states[body % states.length], outOfTurnReason: 'An election' },
  };
};
