/** The HTTP endpoints of the registers of names. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { REGISTERS, type QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListRegistersRequest, RegisterRequest, UnknownNamesRequest } from './register.request.ts';
import { registerList, registerPage, unknownNameList } from './register.schema.ts';
import { getRegister, listRegisters } from './registers.ts';
import { listUnknownNames } from './unknown-names.ts';

@ApiTags('registers')
@Controller()
export class RegisterShelfController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get('registers')
  @ApiOperation({
    operationId: 'listRegisters',
    summary: 'The registers of names, and how much is in each',
    description:
      'Lists the registers by which names are understood. Missions have a register of their own, with their calendar.',
  })
  @ApiListResponse(registerList)
  list(@Query() query: ListRegistersRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listRegisters, query, request);
  }

  @Get('registers/:register')
  @ApiParam({ name: 'register', schema: { type: 'string', enum: [...REGISTERS] } })
  @ApiOperation({
    operationId: 'getRegister',
    summary: 'One register of names: what it knows, under which names, and from which source',
    description:
      'Shows what is known by its code, with its names, its source and what the desk has added. With `name` it answers what that name means.',
  })
  @ApiListResponse(registerPage)
  one(
    @Param('register') register: string,
    @Query() query: RegisterRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getRegister, Object.assign({ register }, query), request);
  }

  @Get('unknown-names')
  @ApiOperation({
    operationId: 'listUnknownNames',
    summary: 'Names that pledges say and no register knows',
    description:
      'Lists names as they were stated, with the pledges that say them and what may be meant, those that most pledges say first. When the desk adds an alias, the name leaves the list and counts for what it means.',
  })
  @ApiListResponse(unknownNameList)
  unknown(@Query() query: UnknownNamesRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listUnknownNames, query, request);
  }
}
