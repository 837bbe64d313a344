/** The HTTP operations of the light-coordination board: needs, offers, choices. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, resolveMemberState, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, type PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { mustBeOwnPromise, mustStillStand } from './promise-of-offer.ts';
import { NEED_COMMANDS, sendToNeed } from './need-commands.ts';
import type { NeedCommands } from './need-commands.ts';
import type { NeedCommand } from './need.ts';
import {
  ChooseOfferRequest,
  MakeOfferRequest,
  NeedReasonRequest,
  PublishNeedRequest,
} from './need.request.ts';

@ApiTags('needs')
@Controller('needs')
export class NeedsController {
  constructor(
    @Inject(NEED_COMMANDS) private readonly needs: NeedCommands,
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'PublishNeed',
    summary: 'Say what training or help is needed',
    description:
      'Makes known which training or help a state or body needs. A state publishes its own, FGS and PD what is of their field by its capability. Others may then offer.',
  })
  publish(
    @Body() { occurredOn, kind, text, memberState, languages, ...said }: PublishNeedRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { capabilityCode = null, body = null, number = null, neededBy = null } = said;
    const { conference = null, followsPledge = null, source = null } = said;
    const data = {
      needId: createdId(commandContext, 'need'),
      kind,
      capabilityCode,
      text,
      memberState: codeOf(memberState),
      body,
      number,
      neededBy,
      languages: languages ?? [],
      conference,
      followsPledge,
      source,
    };
    return this.send(commandContext, commandFor(commandContext, 'PublishNeed', data, occurredOn));
  }

  @Post(':needId/offers')
  @ApiOperation({
    operationId: 'MakeOffer',
    summary: 'Offer to meet the need',
    description:
      'Offers to meet a need, or a part of it, for a state or for another body. A state offers for itself. A closed need takes no offers. A pledge that is named as its promise is one of the state that offers and has not ended; of a body, one that it carries out or is a partner in.',
  })
  async offer(
    @Param('needId', uuid) needId: string,
    @Body() { occurredOn, memberState, text, body = null, number = null, pledgeId = null }: MakeOfferRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const offerId = createdId(commandContext, 'offer');
    const data = { needId, offerId, memberState: codeOf(memberState), body, text, number, pledgeId };
    await mustBeOwnPromise(this.pledges, commandContext, data);
    return this.send(commandContext, commandFor(commandContext, 'MakeOffer', data, occurredOn));
  }

  @Post(':needId/offers/:offerId/choice')
  @ApiOperation({
    operationId: 'ChooseOffer',
    summary: 'Take up an offer; several may be',
    description:
      'Takes up an offer, or a part of it; several may be taken up until the need is answered. A state chooses for its own need, FGS and PD for those of their field. An offer that was declined or withdrawn is refused, and one whose pledge has ended.',
  })
  async choose(
    @Param('needId', uuid) needId: string,
    @Param('offerId', uuid) offerId: string,
    @Body() { number = null, reason = null, occurredOn }: ChooseOfferRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { state } = await this.needs.load(streamName('need', needId));
    const offered = state.status === 'NONE' ? undefined : state.offers.get(offerId);
    if (offered?.status === 'OFFERED')
      await mustStillStand(this.pledges, commandContext, offered.offer.pledgeId);
    const data = { needId, offerId, number, reason };
    return this.send(commandContext, commandFor(commandContext, 'ChooseOffer', data, occurredOn));
  }

  @Post(':needId/offers/:offerId/refusal')
  @ApiOperation({
    operationId: 'DeclineOffer',
    summary: 'Do not take up an offer',
    description: 'Turns an offer down, with a reason. An offer that was taken up or withdrawn is refused.',
  })
  decline(
    @Param('needId', uuid) needId: string,
    @Param('offerId', uuid) offerId: string,
    @Body() { reason, occurredOn }: NeedReasonRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'DeclineOffer', { needId, offerId, reason }, occurredOn);
    return this.send(commandContext, command);
  }

  @Post(':needId/offers/:offerId/withdrawal')
  @ApiOperation({
    operationId: 'WithdrawOffer',
    summary: 'Take an offer back',
    description:
      'Takes an offer back, also after it was taken up. A declined offer is refused. A state takes back its own.',
  })
  withdraw(
    @Param('needId', uuid) needId: string,
    @Param('offerId', uuid) offerId: string,
    @Body() { reason, occurredOn }: NeedReasonRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'WithdrawOffer', { needId, offerId, reason }, occurredOn);
    return this.send(commandContext, command);
  }

  @Post(':needId/closure')
  @ApiOperation({
    operationId: 'CloseNeed',
    summary: 'Seek nothing more for this need',
    description: 'Ends the search for offers. A state closes its own need. A need that is closed stays so.',
  })
  close(
    @Param('needId', uuid) needId: string,
    @Body() { reason, occurredOn }: NeedReasonRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.send(commandContext, commandFor(commandContext, 'CloseNeed', { needId, reason }, occurredOn));
  }

  private send(context: CommandContext, command: NeedCommand): Promise<CommandAnswer> {
    return sendToNeed(this.needs, context, command);
  }
}

/** A name that is not known goes on as it is, for the decision to refuse it by name. */
const codeOf = (name: string | null | undefined): string | null =>
  typeof name === 'string' ? (resolveMemberState(name) ?? name) : null;
