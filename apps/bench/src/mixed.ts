/**
 * A steady mix on an empty server: announcements and reads at a fixed rate, whatever the answers take, by three roles. Run with
 * pledges of every kind, and with pledges that are all alike, since a cost for each neighbour shows only there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, pledgeIn } from './http-load.ts';
import type { MinuteOfMix, Results } from './measure.ts';
import { figure } from './measure.ts';
import { MIXES, type Mix } from './mixed-load.ts';
import { cpuMs, residentMb } from './process-cost.ts';
import { ofMinute } from './print.ts';
import type { Progress } from './progress.ts';
import { percentile } from './read-load.ts';
import { registerConferences } from './reads.ts';
import { startService, type RunningService } from './start-service.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export interface MixedOptions {
  /** Of each mix. */
  readonly minutes: number;
  /** Announcements a second, and as many reads. */
  readonly rate: number;
}

export const measureMixed = async (
  results: Results,
  options: MixedOptions,
  progress: Progress,
): Promise<void> => {
  for (const mix of MIXES) {
    const measured = await measureMix(mix, options, progress);
    results.minutes.push(...measured);
    const of = (name: string, unit: string, value: (minute: MinuteOfMix) => number) =>
      results.figures.push(figure(`mixed, ${mix.name}: ${name}`, unit, measured.map(value)));
    of('p50 of POST, each minute', 'ms', ({ postP50 }) => postP50);
    of('p99 of POST, each minute', 'ms', ({ postP99 }) => postP99);
    of('p50 of GET, each minute', 'ms', ({ getP50 }) => getP50);
    of('p99 of GET, each minute', 'ms', ({ getP99 }) => getP99);
    of('served', '%', ({ served }) => served * 100);
    of('resident', 'MiB', (minute) => minute.residentMb);
    of('processor time, a thousand answers', 'ms CPU', ({ cpuMsPerAnswer }) => cpuMsPerAnswer * 1000);
  }
};

const measureMix = async (
  mix: Mix,
  { minutes, rate }: MixedOptions,
  progress: Progress,
): Promise<readonly MinuteOfMix[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-mixed-'));
  // Who is not answered in time must not hold up the others' connections.
  const agent = new Agent({ keepAlive: true, maxSockets: 4000 });
  const service = await startService('standalone', {
    PLEDGELINE_DATA: folder,
    PLEDGELINE_RATE_PER_ADDRESS: '0',
  });
  const cost = costOf(service.pid);
  const measured: MinuteOfMix[] = [];
  try {
    await registerConferences(agent, service.url);
    const load = new Load(agent, service, mix, rate);
    cost();
    for (let minute = 1; minute <= minutes; minute += 1) {
      const sent = await load.minute();
      const one = { mix: mix.name, minute, ...summary(sent), ...cost(load.answers()) };
      measured.push(one);
      progress.step(ofMinute(one));
    }
  } finally {
    agent.destroy();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return measured;
};

/** Since it was asked last. */
const costOf = (pid: number) => {
  let before = cpuMs(pid);
  return (answers = 1) => {
    const spent = cpuMs(pid) - before;
    before += spent;
    return { residentMb: residentMb(pid), cpuMsPerAnswer: spent / answers };
  };
};

interface Sent {
  readonly due: number;
  /** From when it was due to its answer; null while none has come. */
  milliseconds: number | null;
  served: boolean;
}

interface SentInMinute {
  readonly posts: readonly Sent[];
  readonly gets: readonly Sent[];
}

class Load {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #mix: Mix;
  readonly #known: string[] = [];
  readonly #rate: number;
  readonly #begun = performance.now();
  #sent = 0;
  #answers = 0;

  constructor(agent: Agent, { url }: RunningService, mix: Mix, rate: number) {
    this.#agent = agent;
    this.#url = url;
    this.#mix = mix;
    this.#rate = rate;
  }

  async minute(): Promise<SentInMinute> {
    const posts: Sent[] = [];
    const gets: Sent[] = [];
    for (let n = 0; n < (this.#rate * MINUTE) / SECOND; n += 1) {
      const due = this.#begun + (this.#sent * SECOND) / this.#rate;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      posts.push(this.#post(this.#sent, due));
      gets.push(this.#get(this.#sent, due));
      this.#sent += 1;
    }
    return { posts, gets };
  }

  /** That came since it was asked last, also to what was sent before. */
  answers(): number {
    const answers = this.#answers;
    this.#answers = 0;
    return answers;
  }

  #post(n: number, due: number): Sent {
    return this.#send(due, 201, 'POST', '/pledges', this.#mix.announcement(n), (text) => {
      this.#known.push(pledgeIn(text));
    });
  }

  #get(n: number, due: number): Sent {
    const { path, reader } = this.#mix.question(n, this.#known);
    return this.#send(due, 200, 'GET', path, undefined, () => undefined, reader);
  }

  #send(
    due: number,
    expected: number,
    method: 'GET' | 'POST',
    path: string,
    body: object | undefined,
    answered: (text: string) => void,
    reader?: Readonly<Record<string, string>>,
  ): Sent {
    const sent: Sent = { due, milliseconds: null, served: false };
    ask(this.#agent, method, this.#url + path, body && JSON.stringify(body), reader)
      .then(({ status, text }) => {
        this.#answers += 1;
        sent.milliseconds = performance.now() - due;
        sent.served = status === expected;
        if (sent.served) answered(text);
      })
      // Not served: also what is open when the run ends.
      .catch(() => undefined);
    return sent;
  }
}

const summary = ({ posts, gets }: SentInMinute) => {
  const now = performance.now();
  const waited = (sent: readonly Sent[]) => sent.map(({ due, milliseconds }) => milliseconds ?? now - due);
  const all = [...posts, ...gets];
  return {
    postP50: percentile(waited(posts), 0.5),
    postP99: percentile(waited(posts), 0.99),
    getP50: percentile(waited(gets), 0.5),
    getP99: percentile(waited(gets), 0.99),
    // The last are on their way when the minute is over.
    served: all.filter(({ served }) => served).length / all.length,
  };
};
