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

export const metricsOf = ({ status }: Pick<Delivery, 'status'>): Metrics => {
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
  return { contentType: registry.contentType, text: () => registry.metrics() };
};
