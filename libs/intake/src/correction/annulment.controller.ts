/** The HTTP operations for annulments: one records officer proposes, another agrees or rejects. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { examineAnnulment, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { ProposeAnnulmentRequest, RejectAnnulmentRequest } from './annulment.request.ts';
import { EXAMINING, type Examining } from './examining.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/annulments')
export class AnnulmentController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(EXAMINING) private readonly examining: Examining,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'ProposeAnnulment',
    summary: 'Ask that an event be struck',
    description:
      'Proposes to strike an event that does not belong to the pledge, with all that came with it. The proposal changes nothing; another records officer makes the annulment. One without which later events could not be as they are is refused, and lists them. With the announcement fall its acknowledgement and its questions, and the pledge is VOID.',
  })
  propose(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { annuls, reason }: ProposeAnnulmentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const annulmentId = createdId(commandContext, 'annulment');
    return this.examining(
      commandContext,
      pledgeId,
      (history) => examineAnnulment(history, annuls),
      (examined) =>
        commandFor(commandContext, 'ProposeAnnulment', { pledgeId, annulmentId, reason, ...examined }),
    );
  }

  @Post(':annulmentId/approval')
  @ApiOperation({
    operationId: 'AnnulEvent',
    summary: 'Make the annulment that another proposed',
    description:
      'Makes a proposed annulment: from now on the history reads as without the event, which stays on record, struck. It is judged again against everything that has happened since. The one who proposed it may not make it.',
  })
  approve(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('annulmentId', uuid) annulmentId: string,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.examining(
      commandContext,
      pledgeId,
      (history, { annulments }) => {
        const asked = annulments.find((one) => one.annulmentId === annulmentId);
        return examineAnnulment(history, asked?.annuls[0] ?? '');
      },
      (examined) => commandFor(commandContext, 'AnnulEvent', { pledgeId, annulmentId, ...examined }),
    );
  }

  @Post(':annulmentId/rejection')
  @ApiOperation({
    operationId: 'RejectAnnulment',
    summary: 'Turn a proposed annulment down',
    description: 'Turns an open proposal down, with a reason. The one who proposed it may do so too.',
  })
  reject(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('annulmentId', uuid) annulmentId: string,
    @Body() { reason }: RejectAnnulmentRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RejectAnnulment', { pledgeId, annulmentId, reason });
    return sendToPledge(this.pledges, commandContext, command);
  }
}
