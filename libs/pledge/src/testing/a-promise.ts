/** A promise that was announced and registered, and what was delivered for it: for specs of what has to be kept. */
import { NO_TERMS, type Money, type PledgeEvent, type Quantity } from '@pledgeline/contracts';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { deliveryOf } from '../accountability/dimensions.ts';
import { evolve } from '../evolve.ts';
import { initialPledge, type Pledge } from '../state.ts';
import { announced } from './early-life.ts';
import { registeredToCarryOut } from './implementation-life.ts';

export const pledgeAfter = (history: readonly PledgeEvent[]): Pledge =>
  history.reduce((pledge, event, n) => evolve(pledge, recorded(event, n)), initialPledge);

export const delivery = (history: readonly PledgeEvent[], on = '2026-11-29') =>
  deliveryOf(pledgeAfter(history), on, 90);

export const count = (min: number | null, unit: string | null, max: number | null = min): Quantity => ({
  min,
  max,
  unit,
  asStated: null,
});

/** Announced and registered as so many of a thing, or so much money. */
export const promising = (
  what: {
    quantity?: Quantity | null;
    strength?: Quantity | null;
    money?: Money | null;
    timeframe?: string;
    months?: number;
  },
  code = 'TRG-COURSE',
): PledgeEvent[] => {
  const { quantity = null, strength = null, money: sum = null, timeframe = '2026', months = null } = what;
  const terms = months === null ? null : { ...NO_TERMS, tourMonths: months };
  const said = {
    category: 'TRAINING',
    capabilityCode: code,
    quantity,
    strength,
    money: sum,
    timeframe,
    terms,
  };
  return [announced(said), registeredAs(code, { quantity, strength, timeframe })];
};

export const registeredAs = (
  code: string,
  said: { quantity: Quantity | null; strength?: Quantity | null; timeframe: string | null },
): PledgeEvent => {
  const event = registeredToCarryOut(code);
  return { ...event, data: { ...event.data, ...said } } as PledgeEvent;
};
