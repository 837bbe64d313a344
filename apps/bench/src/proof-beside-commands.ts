/** What commands cost with the log of proofs on, in its own thread as in a server, and how soon a served head covers them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { pledgeCommands } from '@pledgeline/pledge';
import { configurationFrom } from '@pledgeline/runtime';
import { openProof } from '@pledgeline/runtime/proof';
import { runLifecycles, type Handle } from './in-flight.ts';
import { COMMANDS_PER_LIFECYCLE, lifecycle } from './lifecycle.ts';
import { figure, perSecond, ratio, type Results } from './measure.ts';
import type { Progress } from './progress.ts';
import { percentile } from './read-load.ts';

const RUNS = 5;
const LIFECYCLES = 2000;
const IN_FLIGHT = 64;
const WARM = 20;
const QUIET = { appends: 100, restMs: 1200 };
const BUSY = { perSecond: 500, seconds: 10 };
const GOALS = { commands: 0.9, quietMs: 250, busyMs: 1500 };
const SECOND = 1000;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A store, and beside it the thread that keeps its log where it is asked for. */
const openBeside = async (isOn: boolean) => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-proved-'));
  let committed = (): void => undefined;
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite'), onCommit: () => committed() });
  const env = { PLEDGELINE_DATA: folder, PLEDGELINE_IDENTITY: 'headers' };
  const proof = isOn ? openProof(configurationFrom(env), silent) : undefined;
  if (proof !== undefined) ({ committed } = proof);
  proof?.start();
  if (proof !== undefined) await eventually(() => proof.status().state === 'following');
  return {
    handle: pledgeCommands(store) as Handle,
    signed: (): number => proof?.reader()?.newest()?.size ?? 0,
    close: async () => {
      await proof?.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Beside = Awaited<ReturnType<typeof openBeside>>;

export const measureBesideCommands = async (results: Results, progress: Progress): Promise<void> => {
  const [on, off]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`commands with the log of proofs and without, run ${run + 1} of ${RUNS}`);
    for (const [isOn, rates] of [
      [true, on],
      [false, off],
    ] as const) {
      const beside = await openBeside(isOn);
      await runLifecycles(beside.handle, 0, WARM, IN_FLIGHT);
      rates.push(await perSecond(() => runLifecycles(beside.handle, WARM, LIFECYCLES, IN_FLIGHT)));
      await beside.close();
    }
  }
  results.figures.push(
    figure(`commands with the log of proofs, ${IN_FLIGHT} in flight`, 'commands/s', on),
    figure(`commands without it, ${IN_FLIGHT} in flight`, 'commands/s', off),
  );
  results.ratios.push(ratio('commands/s with the log of proofs / without', on, off, GOALS.commands));
  await measureCovered(results, progress);
};

const measureCovered = async (results: Results, progress: Progress): Promise<void> => {
  progress.step('how soon a head covers what is appended');
  const quiet = await openBeside(true);
  const whenQuiet: number[] = [];
  const commands = commandsIn();
  for (let n = 0; n < QUIET.appends; n += 1) {
    await pause(QUIET.restMs);
    const before = quiet.signed();
    const begun = performance.now();
    await commands(quiet.handle);
    while (quiet.signed() <= before) await pause(1);
    whenQuiet.push(performance.now() - begun);
  }
  await quiet.close();
  const busy = await openBeside(true);
  const whenBusy = await coveredAtRate(busy);
  await busy.close();
  const { perSecond: rate } = BUSY;
  results.figures.push(
    figure('append to covered by a head, quiet, p99', 'ms', [percentile(whenQuiet, 0.99)], GOALS.quietMs),
    figure('the same, p50', 'ms', [percentile(whenQuiet, 0.5)]),
    figure(`append to covered at ${rate} commands/s, p99`, 'ms', [percentile(whenBusy, 0.99)], GOALS.busyMs),
    figure('the same, p50', 'ms', [percentile(whenBusy, 0.5)]),
  );
};

/** Each call is the next command of a life, of an event each; lives follow each other. */
const commandsIn = (): ((handle: Handle) => Promise<unknown>) => {
  let sent = 0;
  return (handle) => {
    const { stream, commands } = lifecycle(Math.floor(sent / COMMANDS_PER_LIFECYCLE));
    const command = commands[sent % COMMANDS_PER_LIFECYCLE];
    sent += 1;
    if (command === undefined) throw new Error('a life has no more commands');
    return handle(stream, command);
  };
};

/** Open loop: an announcement is due at its time; how long after it the head covers as many events as there were then. */
const coveredAtRate = async ({ handle, signed }: Beside): Promise<readonly number[]> => {
  const count = BUSY.perSecond * BUSY.seconds;
  const due: number[] = [];
  const waits: number[] = [];
  let acknowledged = 0;
  const begun = performance.now();
  const look = (): void => {
    const covered = signed();
    while (waits.length < Math.min(covered, due.length))
      waits.push(performance.now() - (due[waits.length] ?? 0));
  };
  const sending: Promise<unknown>[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = begun + (n * SECOND) / BUSY.perSecond;
    const early = at - performance.now();
    if (early > 0) await pause(early);
    const { stream, commands } = lifecycle(n);
    const [announcement] = commands;
    if (announcement === undefined) throw new Error('a life has no beginning');
    sending.push(
      handle(stream, announcement).then(() => {
        acknowledged += 1;
        due.push(at);
      }),
    );
    look();
  }
  await Promise.all(sending);
  while (waits.length < acknowledged) {
    look();
    await pause(1);
  }
  return waits;
};
