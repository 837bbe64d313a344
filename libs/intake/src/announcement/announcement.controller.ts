/** The HTTP operations for announcements: to make one, to link another, to acknowledge one. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { linkAnnouncement } from './announce-offer.ts';
import { ANNOUNCING } from './announcing.ts';
import type { Announcing } from './announcing.ts';
import {
  AcknowledgePledgeRequest,
  AnnouncePledgeRequest,
  LinkAnnouncementRequest,
} from './announcement.request.ts';
import { CONFERENCE_COMMANDS } from '../conference/conference-commands.ts';
import type { ConferenceCommands } from '../conference/conference-commands.ts';
import { uuid } from '@pledgeline/request-fields';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { mustBeConference } from './parse-announcement.ts';

@ApiTags('pledges')
@Controller('pledges')
export class AnnouncementController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(CONFERENCE_COMMANDS) private readonly conferences: ConferenceCommands,
    @Inject(ANNOUNCING) private readonly announcing: Announcing,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'AnnouncePledge',
    summary: 'Announce a pledge in its own words',
    description:
      'Enters what a state or a listed organisation has promised, in its own words; the pledge is then ANNOUNCED. Equal in every field to one that is there, by its words and not by their spelling, it changes nothing; the same offer in other words is refused as DUPLICATE_ANNOUNCEMENT, other content under the id of a pledge or as the one that `pledge` names as PLEDGE_EXISTS, both with that pledge and the fields that differ. `additional` makes it a new offer beside one that is like it.',
  })
  announce(
    @Body() body: AnnouncePledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.announcing.announce(commandContext, body);
  }

  @Post(':pledgeId/announcements')
  @ApiOperation({
    operationId: 'LinkAnnouncement',
    summary: 'Link another announcement of the same pledge',
    description:
      'Keeps another statement of the same promise beside the first, in its own words; the pledge itself does not change. A later statement with another figure is refused as QUANTITY_DIFFERS: the state amends its pledge instead. The announcement of another state is refused.',
  })
  async link(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() body: LinkAnnouncementRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    await mustBeConference(body.conference, this.conferences);
    return sendToPledge(this.pledges, commandContext, linkAnnouncement(commandContext, pledgeId, body));
  }

  @Post(':pledgeId/acknowledgement')
  @ApiOperation({
    operationId: 'AcknowledgePledge',
    summary: 'Tell the state that its pledge was received',
    description:
      'Records that the state was told that its pledge has arrived, with the reference of the notice. The pledge is then ACKNOWLEDGED and can be registered. A second acknowledgement is refused.',
  })
  acknowledge(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, ...body }: AcknowledgePledgeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'AcknowledgePledge', { pledgeId, ...body }, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
