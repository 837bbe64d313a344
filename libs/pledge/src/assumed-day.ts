/** The day of an act for which none was stated. */
import { laterDay } from './business-date.ts';
import type { Pledge, PledgeCommand } from './state.ts';

/**
 * Today in UTC, or the last day of which the pledge has news: further east it may be tomorrow already, and what follows an act
 * of tomorrow is not before it.
 */
export const withAssumedDay = (command: PledgeCommand, { lastHeardOn }: Pledge): PledgeCommand => {
  const { meta } = command;
  const occurredOn = meta.dayAssumed === true ? laterDay(meta.occurredOn, lastHeardOn) : meta.occurredOn;
  return occurredOn === meta.occurredOn ? command : { ...command, meta: { ...meta, occurredOn } };
};
