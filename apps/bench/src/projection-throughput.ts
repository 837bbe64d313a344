/**
 * The read models of the reporting slice, fed with a whole log by each delivery: Kafka's, and the one that reads the SQLite
 * log in place. Counted from the first batch: joining a consumer group is not throughput.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaDelivery } from '@pledgeline/adapters/kafka';
import type { KafkaSettings } from '@pledgeline/adapters/kafka';
import { sqliteCheckpoints, sqliteDelivery, sqliteViews } from '@pledgeline/adapters/sqlite';
import { catalogue } from '@pledgeline/contracts';
import { correctedHistory, project } from '@pledgeline/event-sourcing';
import type { Delivery, EventStore } from '@pledgeline/event-sourcing';
import { projections } from '@pledgeline/reporting';
import type { Results } from './measure.ts';
import { figure, ratio } from './measure.ts';
import type { Progress } from './progress.ts';

const GROUP = 'bench-reporting';

export interface ProjectionBench {
  /** The log in SQLite; the topic holds the same events. */
  readonly store: EventStore;
  readonly events: number;
  readonly topic: string;
  readonly settings: KafkaSettings;
  readonly runs: number;
}

export const measureProjection = async (
  results: Results,
  bench: ProjectionBench,
  progress: Progress,
): Promise<void> => {
  const { store, events, topic, settings, runs } = bench;
  const throughKafka: number[] = [];
  const inPlace: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    progress.step(`projections of ${events} events, run ${run + 1} of ${runs}`);
    const groupPrefix = `bench.projection.${run}`;
    const checkpoints = sqliteCheckpoints({ path: ':memory:' });
    // A place at the start of the topic: without one the rows would be filled from the store.
    await checkpoints.save(GROUP, `${groupPrefix.replaceAll('.', '-')} `);
    const fromKafka = kafkaDelivery({
      settings,
      topic,
      groupPrefix,
      history: store,
      checkpoints: () => checkpoints,
    });
    throughKafka.push(await projected(store, fromKafka, events));
    await checkpoints.forget(GROUP);
    inPlace.push(await projected(store, sqliteDelivery({ store, checkpoints: () => checkpoints }), events));
    await checkpoints.close();
  }
  results.figures.push(figure(`projections of ${events} events through Kafka`, 'events/s', throughKafka));
  results.figures.push(figure(`projections of ${events} events from the SQLite log`, 'events/s', inPlace));
  results.ratios.push(ratio('projections through Kafka / from the SQLite log', throughKafka, inPlace, 0.7));
};

const projected = async (store: EventStore, delivery: Delivery, events: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-'));
  const views = sqliteViews({ path: join(folder, 'views.sqlite') });
  await views.define(projections);
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  let began = 0n;
  let applied = 0;
  await new Promise<void>((resolve) => {
    delivery.subscribe(GROUP, async (batch) => {
      if (began === 0n) began = process.hrtime.bigint();
      await projector.handle(batch);
      applied += batch.length;
      if (applied >= events) resolve();
    });
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  await delivery.close();
  await views.close();
  rmSync(folder, { recursive: true, force: true });
  return events / seconds;
};
