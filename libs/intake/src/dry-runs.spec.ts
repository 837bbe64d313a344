/** A dry run of any command in any life of a pledge: it ends as the command does, and the log does not know of it. */
import fc from 'fast-check';
import { streamName } from '@pledgeline/contracts';
import { derivedId, Rejected } from '@pledgeline/event-sourcing';
import type { CommandMeta, EventStore, Handled } from '@pledgeline/event-sourcing';
import { pledge as decider, pledgeCommands, type PledgeCommand } from '@pledgeline/pledge';
import { choices, walk } from '@pledgeline/pledge/testing';
import { openLog, wholeLog } from './testing/log-and-views.ts';
import { additional, announce, offer } from './testing/announcing.ts';
import { startIntake } from './testing/start-intake.module.ts';

interface Tried {
  readonly suited: PledgeCommand | undefined;
  readonly stray: PledgeCommand;
}

/** A life as it was decided, and at each of its steps a command that fits and one that need not. */
const lifeOf = (taken: Parameters<typeof walk>[0]) => {
  const tried: Tried[] = [];
  let decided = 0;
  const life = walk(taken, ({ pledge, command, stray }) => {
    tried.push({ suited: command, stray });
    if (command === undefined) return [];
    try {
      const events = decider.decide(command, pledge);
      decided += events.length;
      return events;
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });
  const beginning = life.slice(0, life.length - decided);
  return { beginning: beginning.map((event) => ({ ...event, id: derivedId(event.id) })), tried };
};

const logOf = async (store: EventStore): Promise<string> => JSON.stringify(await wholeLog(store));

/** But for ids and salts, which are drawn each time. */
const outcomeOf = (attempt: Promise<Handled>) =>
  attempt.then(
    ({ stream, revision, repeated, events }) => ({
      ...{ stream, revision, repeated },
      events: events.map(({ type, schemaVersion, data, metadata: { salt: _, ...metadata } }) => ({
        ...{ type, schemaVersion, data, metadata },
      })),
    }),
    (error: unknown) => {
      if (!(error instanceof Rejected)) throw error;
      const { kind, code, message, details } = error;
      return { kind, code, message, details };
    },
  );

it('is refused if and only if the command is, word for word, foretells its events, and writes nothing', async () => {
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(choices, async (taken) => {
      const { beginning, tried } = lifeOf(taken);
      const store = openLog();
      const stream = streamName('pledge', tried[0]?.stray.data.pledgeId ?? '');
      if (beginning.length > 0) await store.append(stream, 'no-stream', beginning);
      const send = pledgeCommands(store);
      const commands = tried.flatMap(({ suited, stray }) => [stray, ...(suited ? [suited] : [])]);
      for (const [n, command] of commands.entries()) {
        const meta: CommandMeta = { ...command.meta, commandId: `command ${n}` };
        const before = await logOf(store);
        const foretold = await outcomeOf(send(stream, { ...command, meta: { ...meta, dryRun: true } }));
        expect(await logOf(store)).toBe(before);
        const done = await outcomeOf(send(stream, { ...command, meta }));
        expect(foretold).toEqual(done);
        if ('events' in done) accepted += done.events.length;
        else refused += 1;
      }
      await store.close();
    }),
    { numRuns: 25, seed: 18 },
  );
  // Both happen, and not by luck.
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

describe('an announcement', () => {
  it('is told under its key as it would be entered, and the key stays free for another', async () => {
    const intake = await startIntake();
    const dry = { key: 1, dryRun: true } as const;
    expect(await announce(intake, offer, dry)).toMatchObject({ is: 'ADDED', revision: 0 });
    expect(await wholeLog(intake.store)).toEqual([]);
    const other = { ...offer, description: 'Two infantry battalions' };
    expect(await announce(intake, other, { key: 1 })).toMatchObject({ is: 'ADDED' });
    expect(await announce(intake, other, dry)).toMatchObject({ is: 'REPEATED', revision: 0 });
    expect(await announce(intake, offer, dry)).toMatchObject({ is: 'COMMAND_ID_REUSED' });
  });

  it('that was only tried is not waited for by the next that is like it', async () => {
    const intake = await startIntake();
    const another = { ...offer, ...additional };
    for (const key of [1, 2]) await announce(intake, another, { key, dryRun: true });
    const first = await announce(intake, another, { key: 3 });
    expect(first).toMatchObject({ is: 'ADDED' });
    expect(await announce(intake, another, { key: 4, dryRun: true })).toMatchObject({ is: 'ADDED' });
  });
});
