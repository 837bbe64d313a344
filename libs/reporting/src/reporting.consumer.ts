/** Where the log arrives: whole batches of the group, one at a time. */
import { Controller, Inject, type OnModuleDestroy } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { GROUP } from './read-models/projections.ts';
import { READ_MODELS, type ReadModels } from './read-models/read-models.ts';

@Controller()
export class ReportingConsumer implements OnModuleDestroy {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @EventPattern(GROUP)
  handle(@Payload() batch: readonly RecordedEvent[]): Promise<void> {
    return this.readModels.handle(batch);
  }

  onModuleDestroy(): void {
    this.readModels.stop();
  }
}
