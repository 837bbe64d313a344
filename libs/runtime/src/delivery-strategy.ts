/**
 * Hands the batches of the delivery port to Nest's `@EventPattern` methods; the pattern is the name of the consumer
 * group. One handler per group: a second one would share its checkpoint without sharing its failures.
 */
import { Catch } from '@nestjs/common';
import type { RpcExceptionFilter } from '@nestjs/common';
import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import type { Delivery, RecordedEvent } from '@pledgeline/event-sourcing';
import { isObservable, lastValueFrom, throwError } from 'rxjs';
import type { Observable } from 'rxjs';

export class DeliveryStrategy extends Server implements CustomTransportStrategy {
  constructor(private readonly delivery: Delivery) {
    super();
  }

  listen(started: () => void): void {
    for (const [group, handler] of this.messageHandlers) {
      if (handler.next !== undefined) throw new Error(`two handlers for the consumer group ${group}`);
      this.delivery.subscribe(group, (batch) => handle(handler, batch));
    }
    started();
  }

  async close(): Promise<void> {
    await this.delivery.close();
  }

  /** Nothing is emitted: the delivery reports its own status. */
  override on(): never {
    throw new Error('the delivery strategy has no events: ask the delivery for its status');
  }

  override unwrap(): never {
    throw new Error('the delivery strategy wraps no driver');
  }
}

const handle = async (handler: MessageHandler, batch: readonly RecordedEvent[]): Promise<void> => {
  const result: unknown = await handler(batch);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
};

/** Nest's own filter would replace the failure, and with it the name of the event, by "Internal server error". */
@Catch()
export class RethrowFilter implements RpcExceptionFilter {
  catch(exception: unknown): Observable<never> {
    return throwError(() => exception);
  }
}
