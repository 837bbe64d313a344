/** Hands the log to the policies of the slice, under the name of their group. */
import { Controller, Inject } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { BatchHandler, RecordedEvent } from '@pledgeline/event-sourcing';
import { POLICIES } from './policies.ts';

@Controller()
export class IntakePoliciesConsumer {
  constructor(@Inject(POLICIES) private readonly react: BatchHandler) {}

  @EventPattern('intake-policies')
  answer(batch: readonly RecordedEvent[]): Promise<void> {
    return this.react(batch);
  }
}
