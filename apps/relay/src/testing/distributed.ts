/**
 * The distributed shape as it runs: a store, a Kafka, the four services as processes and a proxy in front of them, on ports
 * and in folders of their own. The store is the KurrentDB protocol stand-in.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import {
  deliverAgain,
  disturbTopic,
  followTopic,
  freePort,
  startKafka,
  startStandIn,
} from '@pledgeline/adapters/testing';
import type { StandIn, TestKafka } from '@pledgeline/adapters/testing';
import { INTERNAL_TOPIC, STREAM_CATEGORIES } from '@pledgeline/contracts';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { serviceProcess } from './service-process.ts';
import type { ServiceName } from './launch-service.ts';
import type { ServiceProcess } from './service-process.ts';
import { startProxy } from './start-proxy.ts';

type Service = Exclude<ServiceName, 'standalone'>;

export interface Distributed {
  /** Of the proxy: all services are reached here. */
  readonly url: string;
  /** What the proxy has logged so far. */
  readonly proxyLog: () => string;
  readonly kafka: TestKafka;
  readonly standIn: StandIn;
  readonly services: Readonly<Record<Service, ServiceProcess>>;
  /** The log, read past the services. */
  readonly store: EventStore;
  /** The internal topic so far, as a `read_committed` consumer saw it. */
  readonly published: () => readonly RecordedEvent[];
  /** What the internal topic holds twice, with the places where it stands. */
  readonly publishedTwice: () => readonly string[];
  /** Delivers everything again; the service of the group must not be running. */
  deliverAgain(group: string): Promise<void>;
  /** Others write to the internal topic. @returns how many messages. */
  disturb(): Promise<number>;
  /** One more of a service, on a data folder of its own; it ends with the rest. */
  another(name: Service): Promise<ServiceProcess>;
  close(): Promise<void>;
}

export interface DistributedOptions {
  /** At which all clocks stand still, also the store's. */
  readonly fixedTime?: string;
  /** More settings of each service. */
  readonly settings?: Readonly<Record<string, string>>;
}

const PREFIX = 'pledgeline.events';
const TOPIC = `${PREFIX}.${INTERNAL_TOPIC}`;

/** Resolves when everything is ready. */
export const startDistributed = async ({
  fixedTime,
  settings: more = {},
}: DistributedOptions = {}): Promise<Distributed> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-distributed-'));
  const kafka = await startKafka();
  const standIn = await startStandIn(fixedTime === undefined ? {} : { fixedTime });
  const all: ServiceProcess[] = [];

  const start = async (name: Service, instance: string = name): Promise<ServiceProcess> => {
    const service = serviceProcess(name, await freePort(), {
      KURRENTDB_URL: standIn.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      KAFKA_REPLICATION: '1',
      PLEDGELINE_DATA: join(folder, instance),
      PLEDGELINE_INSTANCE: instance,
      ...(fixedTime !== undefined && { PLEDGELINE_FIXED_TIME: fixedTime }),
      ...more,
    });
    all.push(service);
    return service;
  };
  const services = {
    relay: await start('relay'),
    intake: await start('intake'),
    verification: await start('verification'),
    reporting: await start('reporting'),
  };
  const { intake, verification, reporting } = services;
  const proxy = await startProxy({
    intake: intake.url,
    verification: verification.url,
    reporting: reporting.url,
  });
  for (const service of all) await service.ready();

  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const settings = { brokers: kafka.brokers, clientId: 'distributed-spec', log };
  const followed = await followTopic(settings, TOPIC);
  const store = kurrentdbEventStore({ url: standIn.url, categories: STREAM_CATEGORIES });
  return {
    url: proxy.url,
    proxyLog: () => proxy.log(),
    kafka,
    standIn,
    services,
    store,
    published: () => followed.events,
    publishedTwice: () => followed.repeats(),
    deliverAgain: (group) => deliverAgain(settings, `${PREFIX}.${group}`, TOPIC),
    disturb: () => disturbTopic(settings, TOPIC),
    another: async (name) => {
      const service = await start(name, `${name}-${all.length}`);
      await service.ready();
      return service;
    },
    async close() {
      await followed.close();
      await proxy.stop();
      for (const service of all) {
        service.thaw();
        await service.end('SIGKILL');
      }
      await store.close();
      await standIn.stop();
      await kafka.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
