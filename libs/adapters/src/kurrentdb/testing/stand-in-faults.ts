/** What can be made to go wrong with a stand-in, and which call it befalls. */

export type Call = 'append' | 'read' | 'subscribe' | 'features' | 'gossip';

export type Fault = {
  /** How many calls it befalls; without a number, all of them until `clear`. */
  readonly times?: number;
} & (
  | {
      /** `hang`: no answer ever comes. `refuse`: UNAVAILABLE. `deny`: access denied. `break`: UNKNOWN. */
      readonly kind: 'refuse' | 'hang' | 'deny' | 'break';
      readonly on: Call;
    }
  /** The stream of calls ends with OK although something was asked. */
  | { readonly kind: 'close'; readonly on: 'append' | 'subscribe' }
  /** Written, and then UNAVAILABLE, or no answer. */
  | { readonly kind: 'fail-after-write' | 'hang-after-write'; readonly on: 'append' }
  /** Refused with the address of another node. */
  | { readonly kind: 'not-leader'; readonly on: 'append' | 'read'; readonly leaderPort: number }
  /** A subscription that catches up says that it has looked beyond the end of the log. */
  | { readonly kind: 'ahead'; readonly on: 'subscribe' }
  /** A subscription ends after so many events. */
  | {
      readonly kind: 'drop';
      readonly on: 'subscribe';
      readonly afterEvents: number;
      readonly how: 'ok' | 'error';
    }
);

export interface Faults {
  inject(fault: Fault): void;
  clear(): void;
  /** The fault that befalls this call, if any; it is used up by one. */
  take(on: Call): Fault | undefined;
}

export const faults = (): Faults => {
  const injected: { readonly fault: Fault; left: number }[] = [];
  return {
    inject: (fault) => void injected.push({ fault, left: fault.times ?? Infinity }),
    clear: () => void injected.splice(0),
    take(on) {
      const found = injected.find(({ fault, left }) => fault.on === on && left > 0);
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.fault;
    },
  };
};
