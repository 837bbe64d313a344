/** The HTTP operations for assessment, advisory and verification visits. */
import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandFor, createdId, resolveMemberState } from '@pledgeline/contracts';
import type { CommandAnswer, CommandRequest } from '@pledgeline/contracts';
import { sendToVisit, VISIT_COMMANDS } from './visit-commands.ts';
import type { VisitCommands } from './visit-commands.ts';
import { uuid } from '@pledgeline/request-fields';
import { LOOK_UP_UNITS } from './unit-facts.ts';
import type { LookUpUnits } from './unit-facts.ts';
import { ConductVisitRequest, RecordVisitOutcomeRequest, ScheduleVisitRequest } from './visit.request.ts';

@ApiTags('visits')
@Controller('visits')
export class VisitsController {
  constructor(
    @Inject(VISIT_COMMANDS) private readonly visits: VisitCommands,
    @Inject(LOOK_UP_UNITS) private readonly lookUpUnits: LookUpUnits,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'ScheduleVisit',
    summary: 'Agree a visit to units of one state',
    description:
      'Plans an assessment visit (AAV) or a verification for rapid deployment (RDL) to units of one state. Each unit is REGISTERED or MATCHED at Level 1 or above, at Level 3 or RDL for the second kind, and in no other open visit.',
  })
  async schedule(
    @Body() { occurredOn, team, memberState: stated, ...body }: ScheduleVisitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const units = await this.lookUpUnits(body.units);
    const memberState = stated ? (resolveMemberState(stated) ?? stated) : null;
    const visitId = createdId(commandContext, 'visit');
    const data = { ...body, visitId, memberState, team: team ?? [], units };
    return sendToVisit(
      this.visits,
      commandContext,
      commandFor(commandContext, 'ScheduleVisit', data, occurredOn),
    );
  }

  @Post(':visitId/conduct')
  @ApiOperation({
    operationId: 'ConductVisit',
    summary: 'Record that the visit took place',
    description:
      'Records on which days a scheduled visit took place. The last day may not lie ahead, and a visit is conducted once.',
  })
  conduct(
    @Param('visitId', uuid) visitId: string,
    @Body() { occurredOn, checklists, from, to }: ConductVisitRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const data = { visitId, from, to, checklists: checklists ?? [] };
    return sendToVisit(
      this.visits,
      commandContext,
      commandFor(commandContext, 'ConductVisit', data, occurredOn),
    );
  }

  @Post(':visitId/outcomes')
  @ApiOperation({
    operationId: 'RecordVisitOutcome',
    summary: 'Record what the visit found, unit by unit',
    description:
      'Records what a conducted visit found for each unit, once for a unit. The outcome is then noted on the pledge of each unit, where levels build on it. Units that the visit did not cover are refused.',
  })
  recordOutcome(
    @Param('visitId', uuid) visitId: string,
    @Body()
    { occurredOn, reportReference = null, agreementReference = null, ...body }: RecordVisitOutcomeRequest,
    @Req() { commandContext }: CommandRequest,
  ): Promise<CommandAnswer> {
    const outcomes = body.outcomes.map(({ pledgeId, outcome, recommendations }) => ({
      pledgeId,
      outcome,
      recommendations: recommendations ?? [],
    }));
    const data = { visitId, outcomes, reportReference, agreementReference };
    const command = commandFor(commandContext, 'RecordVisitOutcome', data, occurredOn);
    return sendToVisit(this.visits, commandContext, command);
  }
}
