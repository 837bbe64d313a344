/** What a subscriber of another organisation does, with nothing of ours: `kcat`, the CloudEvents library, and the program in docs/events.md. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Kafka as KafkaBinding, type CloudEvent, type KafkaMessage } from 'cloudevents';
import type { Admin, Producer } from 'kafkajs';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { messageOf } from './cloud-event.ts';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaClient } from './kafka-client.ts';
import { settings } from './testing/topic-feeder.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const brokers = process.env.KAFKA_BROKERS ?? '';

let admin: Admin;
let producer: Producer;
let topic: string;

beforeEach(async () => {
  const kafka = kafkaClient(settings());
  topic = `spec.${randomUUID()}.public.v1`;
  admin = kafka.admin();
  producer = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
  await Promise.all([admin.connect(), producer.connect()]);
  await ensureTopics(settings(), [
    { name: topic, partitions: 3, replication: 1, config: { 'retention.ms': '-1' } },
  ]);
});
afterEach(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});

const publish = async (events: readonly RecordedEvent[], outcome: 'commit' | 'abort' = 'commit') => {
  const transaction = await producer.transaction();
  await transaction.send({ topic, messages: events.map((event) => messageOf(event, false)) });
  await transaction[outcome]();
};

const exampleOf = async (type: string): Promise<object> => {
  const schema = JSON.parse(await readFile(join(docs, `schemas/${type}.v1.json`), 'utf8'));
  return schema.examples[0] as object;
};

/** The nth event of a stream, with the data of the type's schema as changed. */
const happened = async (
  stream: string,
  revision: number,
  type: string,
  changes: Record<string, unknown> = {},
): Promise<RecordedEvent> => ({
  ...recorded({ type, data: { ...(await exampleOf(type)), ...changes } }, revision, stream),
  id: randomUUID(),
});

const newPledge = (): string => `pledge-${randomUUID()}`;

/** A block of docs/events.md, as it stands there. */
const fromThePage = async (language: 'sh' | 'js'): Promise<string> => {
  const page = await readFile(join(docs, 'events.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language);
  expect(blocks).toHaveLength(1);
  return blocks[0]![2]!;
};

describe('kcat and the CloudEvents library', () => {
  const kcat = async (): Promise<CloudEvent<unknown>[]> => {
    await promisify(execFile)('kcat', ['-V']).catch((cause: unknown) => {
      throw new Error('this test reads the topic with kcat: apt-get install kcat', { cause });
    });
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', await fromThePage('sh')], {
      env: { ...process.env, KAFKA_BROKERS: brokers, TOPIC: topic },
    });
    return stdout
      .trim()
      .split('\n')
      .map((line) => {
        const { key, payload, headers } = JSON.parse(line) as {
          key: string;
          payload: string;
          headers: string[];
        };
        const pairs = headers.flatMap((name, n) => (n % 2 === 0 ? [[name, headers[n + 1]]] : []));
        const message = { key, value: payload, headers: Object.fromEntries(pairs) } as KafkaMessage;
        return KafkaBinding.toEvent(message) as CloudEvent<unknown>;
      });
  };

  it('read every committed event, in order per stream, valid by the schema it names', async () => {
    const [one, other] = [newPledge(), newPledge()];
    const events = [
      await happened(one, 0, 'PledgeAnnounced', { description: 'Größe: 850 – “up to”' }),
      await happened(other, 0, 'PledgeAnnounced'),
      await happened(one, 1, 'PledgeRegistered'),
      await happened(one, 4, 'UnitDeployed'),
    ];
    await publish(events.slice(0, 2));
    await publish([await happened(other, 1, 'PledgeWithdrawn')], 'abort');
    await publish(events.slice(2));

    const read = await kcat();
    expect(read).toHaveLength(events.length);
    for (const stream of [one, other])
      expect(
        read.filter(({ subject }) => subject === stream).map(({ id, type, data }) => ({ id, type, data })),
      ).toEqual(
        events.filter((event) => event.stream === stream).map(({ id, type, data }) => ({ id, type, data })),
      );

    const ajv = addFormats.default(new Ajv2020({ strict: true }));
    for (const event of read) {
      expect(event.validate()).toBe(true);
      const schema = JSON.parse(await readFile(join(docs, `schemas/${event.type}.v1.json`), 'utf8'));
      expect(event.dataschema).toBe(schema.$id);
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      await validate(event.data);
      expect(validate.errors).toBeNull();
    }
    const { metadata } = events[3]!;
    expect(read.find(({ type }) => type === 'UnitDeployed')).toMatchObject({
      specversion: '1.0',
      source: 'urn:pledgeline',
      datacontenttype: 'application/json',
      time: events[3]!.recordedAt,
      partitionkey: one.slice('pledge-'.length),
      schemaversion: '1',
      stream: one,
      revision: '4',
      occurredon: metadata.occurredOn,
      recordedat: events[3]!.recordedAt,
      correlationid: metadata.correlationId,
    });
  });
});

describe('the consumer in docs/events.md', () => {
  let folder: string;
  let running: ChildProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pledgeline-consumer-'));
  });
  afterEach(async () => {
    if (running?.exitCode === null && running.signalCode === null) {
      running.kill('SIGKILL');
      await once(running, 'close');
    }
    await rm(folder, { recursive: true });
  });

  /** Runs the program until it has said this; its own lines until then, without those of its Kafka client. */
  const runUntil = async (last: string): Promise<string[]> => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', await fromThePage('js')], {
      cwd: import.meta.dirname,
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        KAFKAJS_LOG_LEVEL: 'error',
        KAFKA_BROKERS: brokers,
        TOPIC: topic,
        DATABASE: join(folder, 'example.sqlite'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    const said = child.stdout.pipe(new PassThrough());
    child.stderr.pipe(said);
    const lines: string[] = [];
    for await (const line of createInterface(said)) {
      lines.push(line);
      if (line.includes(last)) break;
    }
    if (lines.at(-1)?.includes(last) !== true)
      throw new Error(`it ended before it said "${last}": ${lines.join('\n')}`);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    return lines.filter((line) => !line.startsWith('{'));
  };

  it('has each effect once, whatever is delivered twice, taken back or unknown to it', async () => {
    const [one, other] = [newPledge(), newPledge()];
    const first = await happened(one, 2, 'UnitDeployed');
    const second = await happened(other, 1, 'UnitDeployed');
    await publish([await happened(one, 0, 'PledgeAnnounced'), first, first]);
    await publish([second], 'abort');
    await publish([{ ...first, type: 'SomethingNew', revision: 3, id: randomUUID() }, first]);
    const last = await happened(one, 9, 'UnitDeployed');
    await publish([last]);

    const deployed = (revision: number) => `${one} deployed, revision ${revision}`;
    expect(await runUntil(deployed(9))).toEqual([deployed(2), deployed(9)]);

    // Its group forgets how far it came, as after a replay: everything is delivered again, and has no effect again.
    await admin.deleteGroups(['example.deployments']);
    await publish([await happened(one, 10, 'UnitDeployed')]);
    expect(await runUntil(deployed(10))).toEqual([deployed(10)]);
  });

  it('stays at a version that is new to it', async () => {
    const one = newPledge();
    await publish([await happened(one, 0, 'UnitDeployed')]);
    await publish([{ ...(await happened(one, 1, 'UnitDeployed')), schemaVersion: 2 }]);
    await publish([await happened(one, 2, 'UnitDeployed')]);
    expect(await runUntil('UnitDeployed 2 is new to this program')).toEqual([`${one} deployed, revision 0`]);
  });
});
