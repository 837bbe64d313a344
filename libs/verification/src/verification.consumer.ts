/** Hands the log to the slice's own read models and to its policies, each under the name of its group. */
import { Controller, Inject, type OnModuleDestroy } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { BatchHandler, FillingProjector, RecordedEvent } from '@pledgeline/event-sourcing';
import { POLICIES } from './policies.ts';
import { WORK_GROUP, WORK_PROJECTOR } from './work-views.ts';

@Controller()
export class VerificationConsumer implements OnModuleDestroy {
  constructor(
    @Inject(WORK_PROJECTOR) private readonly work: FillingProjector,
    @Inject(POLICIES) private readonly react: BatchHandler,
  ) {}

  @EventPattern(WORK_GROUP)
  project(batch: readonly RecordedEvent[]): Promise<void> {
    return this.work.handle(batch);
  }

  onModuleDestroy(): void {
    this.work.stop();
  }

  @EventPattern('verification-policies')
  answer(batch: readonly RecordedEvent[]): Promise<void> {
    return this.react(batch);
  }
}
