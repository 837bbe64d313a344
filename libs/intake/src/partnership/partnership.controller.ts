/** The HTTP operations for states and bodies that carry one pledge together. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  AcceptInvitationRequest,
  ConfirmPartnerRequest,
  DeclarePartnershipRequest,
  DeclinePartnerRequest,
  InvitePartnerRequest,
  JoinPartnershipRequest,
  LeavePartnershipRequest,
  NameLeadRequest,
  PartFromPartnerRequest,
} from './partnership.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class PartnershipController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('partnership')
  @ApiOperation({
    operationId: 'DeclarePartnership',
    summary: 'Say that several carry it, and in which form',
    description:
      'Records in which form several carry the pledge, such as a rotation, a joint deployment or a hand-over. The pledge still counts once. A hand-over names the next state and the day. Declared anew, the partnership keeps its lead and its partners.',
  })
  declare(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { kind, handoverTo = null, handoverOn = null, occurredOn }: DeclarePartnershipRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, kind, handoverTo: codeOf(handoverTo), handoverOn };
    const command = commandFor(commandContext, 'DeclarePartnership', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners')
  @ApiOperation({
    operationId: 'JoinPartnership',
    summary: 'Ask for a part in the pledge of another',
    description:
      'Asks for a part, in a role and with a share, by the own hand of a state or another body. It joins when the lead confirms; until then the request is between the two and the Secretariat. The lead itself takes a part at once. A partner that is there in this role and shares above 100 per cent are refused.',
  })
  join(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, leadConsentReference = null, ...named }: JoinPartnershipRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const proposalId = createdId(commandContext, 'partner proposal');
    const data = { pledgeId, proposalId, ...termsOf(named), leadConsentReference };
    const command = commandFor(commandContext, 'JoinPartnership', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/invitations')
  @ApiOperation({
    operationId: 'InvitePartner',
    summary: 'Invite a state or another body to take a part',
    description:
      'Offers a part in the pledge, in a role and with a share, by the lead, or by the desk with the consent of the lead. The invited joins when it accepts. An invitation that is open in this role, a partner that is there and shares above 100 per cent are refused.',
  })
  invite(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, consentReference = null, ...named }: InvitePartnerRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const proposalId = createdId(commandContext, 'partner proposal');
    const data = { pledgeId, proposalId, ...termsOf(named), consentReference };
    const command = commandFor(commandContext, 'InvitePartner', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/proposals/:proposalId/acceptance')
  @ApiOperation({
    operationId: 'AcceptInvitation',
    summary: 'Accept an invitation, and be a partner',
    description:
      'Takes the part that the lead offered, by the own hand of the invited and on the terms of the invitation. Terms that do not fit the pledge any more are refused, and so is an invitation of who is not the lead any more.',
  })
  accept(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('proposalId', uuid) proposalId: string,
    @Body() { occurredOn }: AcceptInvitationRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, proposalId };
    const command = commandFor(commandContext, 'AcceptInvitation', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/confirmations')
  @ApiOperation({
    operationId: 'ConfirmPartner',
    summary: 'Confirm who asked for a part, or joined before',
    description:
      'Makes a partner of who asked, on the terms of its request, by the lead, or by the desk with the consent of the lead. Without `proposalId` it confirms a partner that joined by its own word alone, as was possible before. Terms that do not fit the pledge any more are refused.',
  })
  confirm(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, state = null, body = null, role, ...said }: ConfirmPartnerRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { proposalId = null, consentReference = null } = said;
    const data = { pledgeId, state: codeOf(state), body, role, proposalId, consentReference };
    const command = commandFor(commandContext, 'ConfirmPartner', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/proposals/:proposalId/refusal')
  @ApiOperation({
    operationId: 'DeclinePartner',
    summary: 'Decline or take back an invitation or a request',
    description:
      'Ends an invitation or a request that is open, with a reason. Each of the two sides may end it: the lead, or the desk with the consent of the lead, and the state or body that is to join. Nobody joins.',
  })
  decline(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('proposalId', uuid) proposalId: string,
    @Body() { reason, consentReference = null, occurredOn }: DeclinePartnerRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, proposalId, reason, consentReference };
    const command = commandFor(commandContext, 'DeclinePartner', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/partings')
  @ApiOperation({
    operationId: 'PartFromPartner',
    summary: 'Part from a partner',
    description:
      'Ends the part of another, with a reason, by the lead, or by the desk with the consent of the lead; the others go on and the pledge keeps its status. After the memorandum a note of DOS is needed. The turns of who has no part left are nobody’s.',
  })
  part(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...named }: PartFromPartnerRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, ...departureOf(named) };
    const command = commandFor(commandContext, 'PartFromPartner', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('partners/departures')
  @ApiOperation({
    operationId: 'LeavePartnership',
    summary: 'Give up a part in the pledge',
    description:
      'Takes a partner out of the pledge; the others go on and the pledge keeps its status. The lead names a new lead before it leaves. After the memorandum a partner needs a note of DOS.',
  })
  leave(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...named }: LeavePartnershipRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, ...departureOf(named) };
    const command = commandFor(commandContext, 'LeavePartnership', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('lead')
  @ApiOperation({
    operationId: 'NameLead',
    summary: 'Hand the whole to another state of the partnership',
    description:
      'Makes another state of the partnership the lead of the pledge, by a named consent. From then on that state speaks for the pledge. A state that is no partner is refused.',
  })
  nameLead(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { lead, consentReference, occurredOn }: NameLeadRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { pledgeId, lead: codeOf(lead), consentReference };
    const command = commandFor(commandContext, 'NameLead', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}

const termsOf = ({
  state = null,
  body = null,
  role,
  part = null,
  share = null,
  from,
  to = null,
}: JoinPartnershipRequest) => ({ state: codeOf(state), body, role, part, share, from, to });

const departureOf = ({
  state = null,
  body = null,
  role,
  reason,
  leadConsentReference = null,
  dosNoteReference = null,
}: LeavePartnershipRequest) => ({
  ...{ state: codeOf(state), body, role, reason },
  ...{ leadConsentReference, dosNoteReference },
});

/** A text that names no state is passed on as it is, and the decision refuses it by name. */
const codeOf = <Name extends string | null>(name: Name): string | Name =>
  name === null ? name : (resolveMemberState(name) ?? name);
