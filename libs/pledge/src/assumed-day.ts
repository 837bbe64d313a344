/** The business date of a command that states none. */
import { laterDay } from '@pledgeline/contracts';
import type { Pledge, PledgeCommand } from './state.ts';

/**
 * Today in UTC, or the last day of activity on the pledge: further east it may be tomorrow already, and a command that follows an act
 * of tomorrow is not before it.
 */
export const withAssumedDay = (command: PledgeCommand, { lastActivityOn }: Pledge): PledgeCommand => {
  const { meta } = command;
  const occurredOn = meta.dayAssumed === true ? laterDay(meta.occurredOn, lastActivityOn) : meta.occurredOn;
  return occurredOn === meta.occurredOn ? command : { ...command, meta: { ...meta, occurredOn } };
};
