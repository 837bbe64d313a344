/** Hands the log to the slice's own read model, under the name of its group. */
import { Controller, Inject, type OnModuleDestroy } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { FillingProjector, RecordedEvent } from '@pledgeline/event-sourcing';

export const OFFERS_GROUP = 'intake-offers';
export const OFFERS_PROJECTOR = Symbol('Projector of intake-offers');

@Controller()
export class IntakeOffersConsumer implements OnModuleDestroy {
  constructor(@Inject(OFFERS_PROJECTOR) private readonly projector: FillingProjector) {}

  @EventPattern(OFFERS_GROUP)
  handle(batch: readonly RecordedEvent[]): Promise<void> {
    return this.projector.handle(batch);
  }

  onModuleDestroy(): void {
    this.projector.stop();
  }
}
