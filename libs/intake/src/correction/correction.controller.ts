/** The HTTP operations for corrections: one records officer proposes, another agrees or rejects. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { examine, PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { EXAMINING, type Examining } from './examining.ts';
import { ProposeCorrectionRequest, RejectCorrectionRequest } from './correction.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId/corrections')
export class CorrectionController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(EXAMINING) private readonly examining: Examining,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'ProposeCorrection',
    summary: 'Ask that an event be put right',
    description:
      'Proposes to put an event of the pledge right, by fields with old and new value. The proposal changes nothing; another records officer makes the correction. A correction after which later events could not have happened is refused, and lists them.',
  })
  propose(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { corrects, changes, reason }: ProposeCorrectionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const correctionId = createdId(commandContext, 'correction');
    const asked = changes.map(({ field, old = null, new: value = null }) => ({ field, old, new: value }));
    return this.examining(
      commandContext,
      pledgeId,
      (history) => examine(history, corrects, asked, commandContext.now),
      (examined) => {
        const data = { pledgeId, correctionId, corrects, changes: asked, reason, ...examined };
        return commandFor(commandContext, 'ProposeCorrection', data);
      },
    );
  }

  @Post(':correctionId/approval')
  @ApiOperation({
    operationId: 'CorrectEvent',
    summary: 'Make the correction that another proposed',
    description:
      'Makes a proposed correction: from now on the history reads as corrected, and the original stays on record. The correction is judged again against everything that has happened since. The one who proposed it may not make it.',
  })
  approve(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('correctionId', uuid) correctionId: string,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    return this.examining(
      commandContext,
      pledgeId,
      (history, { corrections }) => {
        const asked = corrections.find((one) => one.correctionId === correctionId);
        return examine(history, asked?.corrects ?? '', asked?.changes ?? [], commandContext.now);
      },
      (examined) => commandFor(commandContext, 'CorrectEvent', { pledgeId, correctionId, ...examined }),
    );
  }

  @Post(':correctionId/rejection')
  @ApiOperation({
    operationId: 'RejectCorrection',
    summary: 'Turn a proposed correction down',
    description: 'Turns an open proposal down, with a reason. The one who proposed it may do so too.',
  })
  reject(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('correctionId', uuid) correctionId: string,
    @Body() { reason }: RejectCorrectionRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const command = commandFor(commandContext, 'RejectCorrection', { pledgeId, correctionId, reason });
    return sendToPledge(this.pledges, commandContext, command);
  }
}
