/**
 * Starts the protocol stand-in in a process of its own, with a log in a file, so that it can be killed, frozen and started
 * again. It stands in for a KurrentDB server in tests and benchmarks and is none: see docs/kurrentdb.md.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from './stand-in-faults.ts';

export interface StandInOptions {
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** RFC 3339; every event is recorded at this time. The system's clock when absent. */
  readonly fixedTime?: string;
  /** Keeps the log; when absent, a temporary one that is gone after `stop`. */
  readonly file?: string;
  /** False leaves the client only the older Append. */
  readonly batchAppend?: boolean;
  /** Of data and metadata in one append, from which on it is refused; 1 MiB when absent. */
  readonly maxAppendBytes?: number;
  /** Of one message; above it the call ends, with all that others asked on it. 16 MiB when absent. */
  readonly maxMessageBytes?: number;
  /** False refuses an append for its size as 26 does, with a status that the client does not know. */
  readonly knownSizeStatus?: boolean;
  /** What it says it is; 23.10.8 when absent. */
  readonly version?: string;
  /** A subscriber that has caught up is dropped when more events wait for it; none is when absent. */
  readonly mostWaiting?: number;
  /** Certificate and key, paths of files in PEM; nothing is encrypted when absent. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** By their names; everybody may do everything when absent. The client gives a password away over TLS only. */
  readonly users?: Readonly<Record<string, StandInUser>>;
}

export interface StandInUser {
  readonly password: string;
  /** May do everything. */
  readonly admin?: boolean;
}

/** Names of users; `$all` is everybody who is signed in. */
export interface AccessList {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** A node of a cluster on this machine, as the others see it. */
export interface ClusterMember {
  readonly port: number;
  readonly state: 'leader' | 'follower';
  /** True when absent. */
  readonly alive?: boolean;
}

export interface StandIn {
  /** Connection string, without users and certificates. */
  readonly url: string;
  readonly port: number;
  /** Of its process. */
  pid(): number;
  /** Faults injected earlier come first. */
  inject(fault: Fault): Promise<void>;
  /** No more faults; what hangs keeps hanging. */
  clear(): Promise<void>;
  /** What it says of its cluster when asked; before that, that it is alone and leads. */
  gossip(members: readonly ClusterMember[]): Promise<void>;
  /** Gives a stream, or `$all`, its access list, as the metadata of a stream do on a server. */
  access(stream: string, list: AccessList): Promise<void>;
  /** Puts as many events of others at the end of the log: a reader gets past so many in a second. */
  addOthers(count: number, perSecond: number): Promise<void>;
  /** Removes what is deleted, truncated or limited, as an administrator has it done; of a server's log all but the newest part. */
  scavenge(): Promise<void>;
  /** Where subscriptions to the log began since it started, as `commit`; `start` and `end` are those. */
  subscribedFrom(): Promise<readonly string[]>;
  /** Ends the live subscriptions, with OK or with an error. */
  dropSubscriptions(how: 'ok' | 'error'): Promise<void>;
  /** The process stands still; connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Killed at once, without a farewell; nobody listens on the port. */
  kill(): Promise<void>;
  /** On the same port with the same log, after `kill` or instead of it; no faults are left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Settings {
  readonly port: number;
  readonly fixedTime?: string;
  readonly file: string;
  readonly batchAppend: boolean;
  readonly version: string;
  readonly mostWaiting?: number;
  readonly tls?: StandInOptions['tls'];
  readonly users?: StandInOptions['users'];
  readonly maxAppendBytes: number;
  readonly maxMessageBytes: number;
  readonly knownSizeStatus: boolean;
}

export type Order = { readonly number: number } & (
  | { readonly order: 'inject'; readonly fault: Fault }
  | { readonly order: 'clear' }
  | { readonly order: 'gossip'; readonly members: readonly ClusterMember[] }
  | { readonly order: 'access'; readonly stream: string; readonly list: AccessList }
  | { readonly order: 'others'; readonly count: number; readonly perSecond: number }
  | { readonly order: 'scavenge' | 'subscribed-from' }
  | { readonly order: 'drop'; readonly how: 'ok' | 'error' }
);

type OrderText = Order extends infer Each ? (Each extends Order ? Omit<Each, 'number'> : never) : never;

export type Answer = { readonly port: number } | { readonly done: number; readonly told?: readonly string[] };

const root = resolve(import.meta.dirname, '../../../../..');
const program = fileURLToPath(new URL('./stand-in-process.ts', import.meta.url));
const hook = join(root, 'infra/node/typescript-hook.mjs');

/** @throws {Error} when the port is taken. */
export const startStandIn = async (options: StandInOptions = {}): Promise<StandIn> => {
  const folder = options.file === undefined ? mkdtempSync(join(tmpdir(), 'pledgeline-stand-in-')) : undefined;
  const settings: Settings = {
    port: options.port ?? 0,
    file: options.file ?? join(folder ?? '', 'log.jsonl'),
    batchAppend: options.batchAppend ?? true,
    version: options.version ?? '23.10.8',
    ...(options.mostWaiting !== undefined && { mostWaiting: options.mostWaiting }),
    ...(options.tls !== undefined && { tls: options.tls }),
    ...(options.users !== undefined && { users: options.users }),
    maxAppendBytes: options.maxAppendBytes ?? 1 << 20,
    maxMessageBytes: options.maxMessageBytes ?? 16 << 20,
    knownSizeStatus: options.knownSizeStatus ?? true,
    ...(options.fixedTime !== undefined && { fixedTime: options.fixedTime }),
  };
  let { child, port } = await start(settings);
  let orders = 0;

  const order = async (text: OrderText): Promise<readonly string[]> => {
    const number = (orders += 1);
    const ordered = child;
    ordered.channel?.ref();
    return new Promise((fulfil, refuse) => {
      const settle = (settled: () => void): void => {
        ordered.off('message', hear).off('exit', exited);
        ordered.channel?.unref();
        settled();
      };
      const hear = (answer: Answer): void => {
        if ('done' in answer && answer.done === number) settle(() => fulfil(answer.told ?? []));
      };
      const exited = (): void => settle(() => refuse(new Error('the stand-in is not running')));
      ordered.on('message', hear).on('exit', exited);
      ordered.send({ ...text, number });
    });
  };

  const done = async (text: OrderText): Promise<void> => {
    await order(text);
  };

  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  return {
    url: `kurrentdb://127.0.0.1:${port}?tls=${options.tls !== undefined}`,
    port,
    pid: () => child.pid ?? Number.NaN,
    inject: (fault) => done({ order: 'inject', fault }),
    clear: () => done({ order: 'clear' }),
    gossip: (members) => done({ order: 'gossip', members }),
    access: (stream, list) => done({ order: 'access', stream, list }),
    addOthers: (count, perSecond) => done({ order: 'others', count, perSecond }),
    scavenge: () => done({ order: 'scavenge' }),
    subscribedFrom: () => order({ order: 'subscribed-from' }),
    dropSubscriptions: (how) => done({ order: 'drop', how }),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill,
    async restart() {
      await kill();
      ({ child, port } = await start({ ...settings, port }));
    },
    async stop() {
      await kill();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

const start = async (settings: Settings): Promise<{ child: ChildProcess; port: number }> => {
  const child = spawn(process.execPath, ['--import', hook, program, JSON.stringify(settings)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((fulfil, refuse) => {
    child.once('message', (answer: Answer) => {
      if ('port' in answer) fulfil(answer.port);
    });
    child.once('exit', () => refuse(new Error('the stand-in did not start')));
  });
  // A test that forgets to stop it ends all the same, and so does the stand-in then.
  child.unref();
  child.channel?.unref();
  return { child, port };
};
