/** The HTTP operations by which states merge their pledges into one. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, resolveMemberState, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import { maySend, mergeSourceOf, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { mustBeThere } from '../announcement/older-pledges.ts';
import { ConsentToMergeRequest, MergePledgesRequest } from './merge.request.ts';
import { parseBesideUnits, parseCount } from '../announcement/parse-figure.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class MergeController {
  constructor(@Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands) {}

  @Post('merge-consents')
  @ApiOperation({
    operationId: 'ConsentToMerge',
    summary: 'Agree that this pledge goes into a joint one',
    description:
      'Records that the state agrees to put this pledge into a joint one, under which lead and with which share. The states of the pledges that it names in `others` are asked to agree as well. The merger is made later by the desk, and needs the consent of each state.',
  })
  async consent(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { occurredOn, leadState, share = null, ...body }: ConsentToMergeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const { role, consentReference } = body;
    const mergeId = body.mergeId ?? createdId(commandContext, 'merger');
    const lead = resolveMemberState(leadState) ?? leadState;
    const others = body.others ?? [];
    const { state: own } = await this.pledges.load(streamName('pledge', pledgeId));
    const { caller, recorded } = commandContext;
    // Who may not send it is refused for that, and does not learn which pledges there are.
    if (recorded !== undefined || maySend('ConsentToMerge', own, caller)) {
      for (const other of others) await mustBeThere(other, 'others', this.pledges);
    }
    const data = { pledgeId, mergeId, leadState: lead, role, share, consentReference, others };
    const command = commandFor(commandContext, 'ConsentToMerge', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }

  @Post('merger')
  @ApiOperation({
    operationId: 'MergePledges',
    summary: 'Make one pledge of those of several states',
    description:
      'Makes one joint pledge of the registered pledges of at least two states; the pledge of this address leads. The sources end as MERGED. Sources on two tracks, shares above 100 per cent and a missing consent are refused.',
  })
  async merge(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body()
    { mergeId, others, quantity, unit, strength, aircraft, occurredOn, ...joint }: MergePledgesRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const ids = [...new Set([pledgeId, ...others])];
    const sources = await Promise.all(
      ids.map(async (id) => {
        const { state } = await this.pledges.load(streamName('pledge', id));
        return { ...mergeSourceOf(state), pledgeId: id };
      }),
    );
    const { capabilityCode, description } = joint;
    const data = {
      pledgeId,
      mergeId,
      jointPledgeId: derivedId('joint pledge', mergeId),
      capabilityCode,
      quantity: parseCount(quantity, unit),
      ...parseBesideUnits({ strength, aircraft }),
      description,
      sources,
    };
    const command = commandFor(commandContext, 'MergePledges', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
