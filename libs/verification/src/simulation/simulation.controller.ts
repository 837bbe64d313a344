/** The HTTP operations for simulated pledges. They exist in simulations only. */
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RUN_SIMULATION, type RunSimulation, type SimulationProgress } from './run-simulation.ts';
import type { Simulated } from './simulate.ts';
import { SimulateRequest } from './simulation.request.ts';

const whole = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const object = (title: string, properties: Readonly<Record<string, object>>) => ({
  ...{ title, type: 'object', required: Object.keys(properties), properties },
});
const simulated = object('Simulated', {
  ...{ pledges: whole, events: whole, now: time },
  refusals: { type: 'object', additionalProperties: whole, description: 'How often which refusal came.' },
});
const running = object('RunningSimulation', {
  pledges: whole,
  of: whole,
  day: { type: 'string', format: 'date' },
});
const progress = object('SimulationProgress', { running: { anyOf: [running, { type: 'null' }] }, now: time });

@ApiTags('operations')
@Controller('operations/simulation')
export class SimulationController implements BeforeApplicationShutdown {
  constructor(@Inject(RUN_SIMULATION) private readonly simulation: RunSimulation) {}

  @Get()
  @ApiOperation({
    operationId: 'getSimulation',
    summary: 'How far a simulation has come, and its time',
    description:
      'Says how many pledges have begun of how many, and which day it is in the simulation. Refused by a server that keeps what people did.',
  })
  @ApiOkResponse({ schema: progress })
  @ApiConflictResponse({ description: 'The server keeps what people did.' })
  status(): SimulationProgress {
    return this.simulation.progress();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'Simulate',
    summary: 'Simulate pledges over years; the time of the server passes meanwhile',
    description:
      'Lives through whole lives of pledges by the commands of the product, from a seed, and moves the time of the server on day by day. The same seed, number and years give the same pledges. Refused by a server that keeps what people did.',
  })
  @ApiOkResponse({ schema: simulated })
  @ApiConflictResponse({ description: 'The server keeps what people did, or simulates already.' })
  run(
    @Body() { pledges, seed = null, years = null }: SimulateRequest,
  ): Promise<Simulated & { readonly now: string }> {
    return this.simulation.run({ pledges, seed: seed ?? '1', years: years ?? 5 });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.simulation.stop();
  }
}
