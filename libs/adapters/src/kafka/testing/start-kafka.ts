/**
 * A real Apache Kafka for tests, on ports and in a folder of its own, from Maven Central's jars on the local Java: it can be
 * stopped, killed, frozen and started again with what it had.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import type { SASLOptions } from 'kafkajs';
import { freePort } from '../../testing/free-port.ts';
import '../kafkajs-patches.ts';
import { brokerJars, KAFKA_VERSION } from './broker-jars.ts';
import { ADMIN, brokerProperties } from './broker-properties.ts';

export interface KafkaOptions {
  readonly version?: string;
  /** Names and passwords (SCRAM-SHA-256), with ACLs; `admin`, who may do everything, must be one of them. */
  readonly users?: Readonly<Record<string, string>>;
}

export interface TestKafka {
  readonly version: string;
  readonly brokers: readonly string[];
  /** Of the broker's process, while it runs. */
  pid(): number;
  /** In order, as an operator would. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** The process stands still; connections stay open. */
  freeze(): void;
  thaw(): void;
  /** On the same ports with the same topics, after `stop` or `kill`. */
  start(): Promise<void>;
  /** Stops it and takes its folder away. */
  close(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

/** @throws {Error} in words, when Java or Maven is missing, or the broker does not come up. */
export const startKafka = async (options: KafkaOptions = {}): Promise<TestKafka> => {
  const { version = KAFKA_VERSION, users } = options;
  const jars = join(await brokerJars(version), '*');
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const brokers = [`127.0.0.1:${port}`];
  const properties = join(folder, 'server.properties');
  const logFolder = join(folder, 'log');
  writeFileSync(
    properties,
    brokerProperties({ port, controllerPort, logFolder, ...(users !== undefined && { users }) }),
  );
  const scram = Object.entries(users ?? {}).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-256=[name=${name},password=${password}]`,
  ]);
  await java([
    '-cp',
    jars,
    'kafka.tools.StorageTool',
    'format',
    '-t',
    CLUSTER_ID,
    '-c',
    properties,
    ...scram,
  ]);

  let child: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const started: TestKafka = {
    version,
    brokers,
    pid: () => child?.pid ?? Number.NaN,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async start() {
      // The kernel ends it with us, even when we are killed.
      const command = ['--pdeathsig', 'KILL', 'java', '-Xmx512m', '-cp', jars, 'kafka.Kafka', properties];
      child = spawn('setpriv', command, { stdio: 'ignore' });
      await answers(child, brokers, users?.[ADMIN]);
    },
    async close() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await started.start();
  return started;
};

/** Any 16 bytes: no two of these clusters ever meet. A random one could begin with a hyphen, and look like an option. */
const CLUSTER_ID = 'cGxlZGdlbGluZSB0ZXN0cw';

const java = async (args: readonly string[]): Promise<void> => {
  try {
    await promisify(execFile)('java', args);
  } catch (error) {
    const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
    const why = code === 'ENOENT' ? 'Java (java) is not installed' : (stderr ?? message);
    throw new Error(`Kafka cannot be started: ${why}`, { cause: error });
  }
};

/** Listening is not enough: the first answers come from a broker that has joined its own cluster. */
const answers = async (
  child: ChildProcess,
  brokers: readonly string[],
  password: string | undefined,
): Promise<void> => {
  const sasl: SASLOptions | undefined =
    password === undefined ? undefined : { mechanism: 'scram-sha-256', username: ADMIN, password };
  const kafka = new Kafka({
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
    ...(sasl !== undefined && { sasl }),
  });
  const until = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Kafka ended with ${child.exitCode} while it was starting`);
    const admin = kafka.admin();
    try {
      await admin.connect();
      if ((await admin.describeCluster()).brokers.length > 0) return;
    } catch (error) {
      if (performance.now() > until) throw new Error('Kafka did not answer in time', { cause: error });
    } finally {
      await admin.disconnect();
    }
    await pause(ASK_EVERY_MS);
  }
};
