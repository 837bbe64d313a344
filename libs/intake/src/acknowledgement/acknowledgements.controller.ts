/** The HTTP operation for a notice about several pledges. Each of them gets the command of one, so it is among no addresses of commands. */
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandRequest } from '@pledgeline/contracts';
import { ACKNOWLEDGE_SEVERAL } from './acknowledge-several.ts';
import type { AcknowledgeSeveral } from './acknowledge-several.ts';
import { AcknowledgePledgesRequest } from './acknowledgements.request.ts';
import { acknowledged, type Acknowledged } from './acknowledgements.schema.ts';

@ApiTags('pledges')
@Controller('acknowledgements')
export class AcknowledgementsController {
  constructor(@Inject(ACKNOWLEDGE_SEVERAL) private readonly acknowledgeSeveral: AcknowledgeSeveral) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'AcknowledgePledges',
    summary: 'Tell states that their pledges were received, several at once',
    description:
      'Records one notice for up to 100 pledges. Each is decided by itself and has a result of its own: one that is refused, or that nobody knows, holds up no other. Sent again under the same Idempotency-Key it repeats what was done.',
  })
  @ApiOkResponse({ schema: acknowledged })
  acknowledge(
    @Body() body: AcknowledgePledgesRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<Acknowledged> {
    return this.acknowledgeSeveral(commandContext, body);
  }
}
