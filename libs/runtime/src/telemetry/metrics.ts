/**
 * What a Prometheus reads of a process, asked at the moment it reads. Labels hold closed lists only: never an id, a stream, a
 * state of the world or a person.
 */
import { Counter, Gauge, Registry } from '@prometheus-io/client';
import type { Delivery } from '@pledgeline/event-sourcing';

export interface Metrics {
  readonly contentType: string;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

const GROUP_STATES = ['starting', 'catching-up', 'live', 'retrying', 'stopped', 'closed'] as const;

/**
 * @param relayBehind of the relay's process: seconds, or null while it has no distance to tell. What it throws makes the metric
 *   absent, so that one that is out of reach does not look as it did before.
 */
export const metricsOf = (
  { status }: Pick<Delivery, 'status'>,
  relayBehind?: () => Promise<number | null>,
): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'pledgeline_delivery_group_state',
    help: '1 for the state that the group is in, 0 for the others.',
    labelNames: ['group', 'state'],
    registers,
    collect() {
      for (const { group, state } of status())
        for (const one of GROUP_STATES) this.set({ group, state: one }, one === state ? 1 : 0);
    },
  });
  new Gauge({
    name: 'pledgeline_delivery_group_lag_messages',
    help: 'Messages of the topic after the place of the group, when it last looked; absent where that is not known.',
    labelNames: ['group'],
    registers,
    collect() {
      this.reset();
      for (const { group, lag } of status()) if (typeof lag === 'number') this.set({ group }, lag);
    },
  });
  new Counter({
    name: 'pledgeline_delivery_messages_set_aside_total',
    help: 'Messages on the internal topic that are no events of the log, since the process started.',
    labelNames: ['group'],
    registers,
    collect() {
      this.reset();
      for (const { group, setAside } of status()) this.inc({ group }, setAside?.count ?? 0);
    },
  });
  if (relayBehind !== undefined) {
    new Gauge({
      name: 'pledgeline_relay_behind_seconds',
      help: 'Age of the oldest event that this relay has not published; 0 when there is none, absent where it does not lead.',
      // A label that is never set: a metric without labels would be 0 where nothing is known.
      labelNames: ['relay'],
      registers,
      async collect() {
        const seconds = await relayBehind().catch(() => null);
        this.reset();
        if (seconds !== null) this.set({}, seconds);
      },
    });
  }
  return { contentType: registry.contentType, text: () => registry.metrics() };
};
