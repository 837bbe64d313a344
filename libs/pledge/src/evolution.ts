/** How each event changes the pledge: total functions, one for each type, declared chapter by chapter. */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { Pledge } from './state.ts';

/** Plain functions as properties, so that each is checked against the data of its own event. */
export type Evolutions = {
  readonly [Type in PledgeEvent['type']]: (
    pledge: Pledge,
    data: DataOf<Type>,
    event: RecordedEvent,
  ) => Pledge;
};
