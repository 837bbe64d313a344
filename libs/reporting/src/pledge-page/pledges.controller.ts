/** The doors to pledges: the list, one with what may be done to it, and its history. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '@pledgeline/contracts';
import { CLOCK, EVENT_STORE } from '@pledgeline/event-sourcing';
import type { Clock, EventStore } from '@pledgeline/event-sourcing';
import { MomentRequest, PageRequest } from '../answers/page.request.ts';
import { examples, uuid } from '../answers/path-parameters.ts';
import { pledgeHistory } from '../history/pledge-history.ts';
import type { PledgeHistory } from '../history/pledge-history.ts';
import { pledgePage } from './pledge-page.ts';
import type { PledgePage } from './pledge-page.ts';
import { pledgesMatching } from '../register/pledges-matching.ts';
import type { PledgeList } from '../register/pledges-matching.ts';
import { ListPledgesRequest } from '../register/pledges.request.ts';
import { pledgeHistory as pledgeHistorySchema } from '../history/pledge-history.schema.ts';
import * as schema from './pledge.schema.ts';
import { READ_MODELS } from '../read-models/read-models.ts';
import type { ReadModels } from '../read-models/read-models.ts';

@ApiTags('pledges')
@Controller('pledges')
export class PledgesController {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPledges', summary: 'Pledges that fit the filters, by reference' })
  @ApiOkResponse({ schema: schema.pledgeList })
  list(@Query() query: ListPledgesRequest, @Req() { caller }: CallerRequest): Promise<PledgeList> {
    return this.readModels.ask(query, caller, (reading) => pledgesMatching(reading, query, caller));
  }

  @Get(':pledgeId')
  @ApiOperation({ operationId: 'getPledge', summary: 'One pledge, and what the caller may do with it now' })
  @ApiParam(examples.pledgeId)
  @ApiOkResponse({ schema: schema.pledgePage })
  async page(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() moment: MomentRequest,
    @Req() { caller }: CallerRequest,
  ): Promise<PledgePage> {
    return this.readModels.ask(moment, caller, (reading) =>
      pledgePage(reading, pledgeId, caller, reading.today),
    );
  }

  @Get(':pledgeId/history')
  @ApiOperation({
    operationId: 'getPledgeHistory',
    summary: 'The events of a pledge as recorded, oldest first',
  })
  @ApiParam(examples.pledgeId)
  @ApiOkResponse({ schema: pledgeHistorySchema })
  async history(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() query: PageRequest,
    @Req() { caller }: CallerRequest,
  ): Promise<PledgeHistory> {
    return pledgeHistory(this.store, pledgeId, query, caller, this.clock());
  }
}
