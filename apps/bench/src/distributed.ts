/**
 * `npm run bench:distributed [-- --json FILE] [--events N] [--runs N] [--rate N]
 * [--only relay|projection|services|costs]`: the figures of the distributed shape; `costs` is the short part of `services`.
 */
import { parseArgs } from 'node:util';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { startKafka, startStandIn } from '@pledgeline/adapters/testing';
import { measureFourServices } from './four-services.ts';
import { runLifecycles } from './in-flight.ts';
import { COMMANDS_PER_LIFECYCLE } from './lifecycle.ts';
import { emptyResults } from './measure.ts';
import { openBenchStore } from './pledgeline-store.ts';
import { progressOn } from './progress.ts';
import { measureProjection } from './projection-throughput.ts';
import { measureRelay } from './relay-throughput.ts';
import { tellResults, tellWhenStopped } from './tell-results.ts';
import { copyLog, wholeLog } from './whole-log.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    events: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    rate: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const runs = Number(values.runs);
const results = emptyResults();
const progress = progressOn(process.stderr);
tellWhenStopped(results, { json: values.json });
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

progress.step('starting Kafka and the store');
const kafka = await startKafka();
const standIn = process.env.KURRENTDB_URL === undefined ? await startStandIn() : undefined;
const kurrentUrl = standIn?.url ?? process.env.KURRENTDB_URL ?? '';
const kurrentName = standIn === undefined ? 'KurrentDB' : 'KurrentDB protocol stand-in';
const settings = { brokers: kafka.brokers, clientId: 'bench', log: silent };

const sqlite = openBenchStore();
const kurrent = kurrentdbEventStore({ url: kurrentUrl, categories: ['pledge'] });
try {
  if (wanted('relay') || wanted('projection')) {
    progress.step(`filling two logs with ${values.events} events`);
    await runLifecycles(sqlite.handle, 0, Math.ceil(Number(values.events) / COMMANDS_PER_LIFECYCLE), 256);
    await copyLog(await wholeLog(sqlite.store), kurrent);
    await measureRelay(results, { store: kurrent, storeName: kurrentName, settings, runs }, progress);
    const fromSqlite = { store: sqlite.store, storeName: 'SQLite log', settings, runs };
    const topic = await measureRelay(results, fromSqlite, progress);
    const events = (await wholeLog(sqlite.store)).length;
    await measureProjection(results, { store: sqlite.store, events, topic, settings, runs }, progress);
  }
  if (wanted('services') || wanted('costs')) {
    const shared = [
      { name: 'Kafka', pid: kafka.pid() },
      ...(standIn === undefined ? [] : [{ name: 'stand-in', pid: standIn.pid() }]),
    ];
    const stores = { kurrentUrl, brokers: kafka.brokers, topicPrefix: 'bench.services', shared };
    await measureFourServices(
      results,
      stores,
      { runs, rate: Number(values.rate), whole: wanted('services') },
      progress,
    );
  }
} finally {
  await kurrent.close();
  await sqlite.close();
  await standIn?.stop();
  await kafka.close();
}
progress.done();
tellResults(results, { heading: `${kurrentName}, Apache Kafka ${kafka.version}\n`, json: values.json });
