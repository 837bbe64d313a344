/** The HTTP operations for states and bodies that carry one pledge together. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import {
  DeclarePartnershipRequest,
  JoinPartnershipRequest,
  LeavePartnershipRequest,
  NameLeadRequest,
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
    summary: 'Take a part in the pledge of another',
    description:
      'Adds a state or another body to those who carry the pledge, in a role and with a share. A state joins for itself, and it names the consent of the lead. A partner that is there in this role and shares above 100 per cent are refused.',
  })
  join(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...named }: JoinPartnershipRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { state = null, body = null, role, part = null, share = null, from, to = null } = named;
    const { leadConsentReference } = named;
    const partner = { state: codeOf(state), body, role, part, share, from, to };
    const data = { pledgeId, ...partner, leadConsentReference };
    const command = commandFor(commandContext, 'JoinPartnership', data, occurredOn);
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
    const { state = null, body = null, role, reason } = named;
    const { leadConsentReference = null, dosNoteReference = null } = named;
    const partner = { state: codeOf(state), body, role };
    const data = { pledgeId, ...partner, reason, leadConsentReference, dosNoteReference };
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

/** A text that names no state is passed on as it is, and the decision refuses it by name. */
const codeOf = <Name extends string | null>(name: Name): string | Name =>
  name === null ? name : (resolveMemberState(name) ?? name);
