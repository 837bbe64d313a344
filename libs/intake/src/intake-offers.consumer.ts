/** Hands the log to the slice's own read model, under the name of its group. */
import { Controller, Inject } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { Projector, RecordedEvent } from '@pledgeline/event-sourcing';

export const OFFERS_GROUP = 'intake-offers';
export const OFFERS_PROJECTOR = Symbol('Projector of intake-offers');

@Controller()
export class IntakeOffersConsumer {
  constructor(@Inject(OFFERS_PROJECTOR) private readonly projector: Projector) {}

  @EventPattern(OFFERS_GROUP)
  handle(batch: readonly RecordedEvent[]): Promise<void> {
    return this.projector.handle(batch);
  }
}
