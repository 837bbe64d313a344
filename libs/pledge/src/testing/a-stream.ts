/** A history as the log has it, entered on one day: each event by somebody who may write it, under a command of its own. */
import type { PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { transitionOf, transitions } from '../chapters.ts';
import type { PledgeCommandType } from '../state.ts';
import { TODAY } from './named-events.ts';

export const streamOf = (history: readonly PledgeEvent[]): readonly RecordedEvent[] =>
  history.map((event, n) => {
    const stored = recorded(event, n);
    const role = writerOf(event.type);
    const onBehalfOf = role === 'MS' ? 'RWA' : null;
    return {
      ...stored,
      recordedAt: `${TODAY}T08:00:00.000Z`,
      metadata: { ...stored.metadata, role, onBehalfOf },
    };
  });

const writerOf = (type: string): string => {
  const command = (Object.keys(transitions) as PledgeCommandType[]).find((one) =>
    transitionOf(one).events.some((written) => written === type),
  );
  return (command && transitionOf(command).roles[0]) ?? 'SYSTEM';
};
