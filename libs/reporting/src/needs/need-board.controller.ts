/** The doors to the light-coordination board. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { MomentRequest } from '../answers/page.request.ts';
import { uuid } from '../answers/path-parameters.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { AnsweredAt, ReadModels } from '../read-models/read-models.ts';
import { ListNeedsRequest } from './need.request.ts';
import { needList, needPage } from './need.schema.ts';
import { needAndOffers, needsAndOffers } from './needs-and-offers.ts';
import type { NeedAnswer, NeedList } from './needs-and-offers.ts';

@ApiTags('needs')
@Controller('needs')
export class NeedBoardController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({ operationId: 'listNeeds', summary: 'Needs for training or help, and the offers to them' })
  @ApiOkResponse({ schema: needList })
  list(@Query() query: ListNeedsRequest, @Req() { caller }: CallerRequest): Promise<NeedList> {
    return this.readModels.ask(query, caller, (reading) => needsAndOffers(reading, query));
  }

  @Get(':needId')
  @ApiOperation({ operationId: 'getNeed', summary: 'One need with its offers' })
  @ApiParam({ name: 'needId', format: 'uuid' })
  @ApiOkResponse({ schema: needPage })
  one(
    @Param('needId', uuid) needId: string,
    @Query() moment: MomentRequest,
    @Req() { caller }: CallerRequest,
  ): Promise<NeedAnswer & AnsweredAt> {
    return this.readModels.ask(moment, caller, (reading) => needAndOffers(reading, needId));
  }
}
