/** The HTTP operation for the themes of a pledge. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { PLEDGE_COMMANDS, sendToPledge } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { uuid } from '@pledgeline/request-fields';
import { REGISTER_COMMANDS, tagsMeant } from '../registers/register-commands.ts';
import type { RegisterCommands } from '../registers/register-commands.ts';
import { TagThemesRequest } from './progress.request.ts';

@ApiTags('pledges')
@Controller('pledges/:pledgeId')
export class ProgressController {
  constructor(
    @Inject(PLEDGE_COMMANDS) private readonly pledges: PledgeCommands,
    @Inject(REGISTER_COMMANDS) private readonly registers: RegisterCommands,
  ) {}

  @Post('themes')
  @ApiOperation({
    operationId: 'TagThemes',
    summary: 'Say what the pledge is about',
    description:
      'Replaces the themes of the pledge by those named, by their codes or by any name that a register knows; an empty list takes them away. A main theme must be one of them.',
  })
  async tag(
    @Param('pledgeId', uuid) pledgeId: string,
    @Body() { themes, mainTheme = null, occurredOn }: TagThemesRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = {
      pledgeId,
      themes: [...(await tagsMeant(this.registers, themes))],
      mainTheme: (await tagsMeant(this.registers, mainTheme === null ? [] : [mainTheme]))[0] ?? null,
    };
    const command = commandFor(commandContext, 'TagThemes', data, occurredOn);
    return sendToPledge(this.pledges, commandContext, command);
  }
}
