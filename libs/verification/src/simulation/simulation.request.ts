/** Body of the request for simulated pledges. */
import { Text, Whole } from '@pledgeline/request-fields';

export class SimulateRequest {
  @Whole({ example: 2000, max: 1_000_000, description: 'How many.' })
  pledges!: number;

  @Text({
    optional: true,
    max: 100,
    example: 'training',
    description: 'The same seed gives the same pledges; "1" when left out.',
  })
  seed?: string | null;

  @Whole({
    optional: true,
    example: 5,
    max: 20,
    description: 'Over how many years from now on, by the time of the simulation; 5 when left out.',
  })
  years?: number | null;
}
