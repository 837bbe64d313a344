/** Announcements of before version 3 that were flagged as a repeat, decided by the desk over the door of the slice. */
import { readFileSync } from 'node:fs';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { by, id } from '../testing/a-request.ts';
import { StandingController } from './standing.controller.ts';

const stored = (version: number) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../contracts/stored/PledgeAnnounced.v${version}.json`, import.meta.url),
      'utf8',
    ),
  ) as RecordedEvent & { readonly data: DataOf<'PledgeAnnounced'> };

/** One stored in the older shape with its flag, and another of the same state without. */
const start = async (version = 2) => {
  const store = sqliteEventStore({ path: ':memory:' });
  const { stream: _, revision: __, position: ___, recordedAt: ____, ...event } = stored(version);
  for (const [n, duplicateChecked] of [true, false].entries()) {
    const pledgeId = id(40 + n);
    const { metadata } = event;
    await store.append(streamName('pledge', pledgeId), 'no-stream', [
      {
        ...event,
        id: id(50 + n),
        data: { ...event.data, pledgeId, duplicateChecked },
        metadata: { ...metadata, commandId: id(60 + n) },
      },
    ]);
  }
  const pledges = pledgeCommands(store);
  return {
    controller: new StandingController(pledges),
    load: async (pledgeId: string) => (await pledges.load(streamName('pledge', pledgeId))).state,
    close: () => store.close(),
  };
};

const [flagged, other] = [id(40), id(41)];
const reason = 'The note verbale speaks of the same course';

it.each([1, 2])('a flag of version %i is decided: a repeat of the other', async (version) => {
  const { controller, load, close } = await start(version);
  await controller.decide(flagged, { decision: 'REPEAT', repeats: other, reason }, by(1));
  expect((await load(flagged)).repeat).toEqual({ decision: 'REPEAT', repeats: other, reason });
  await close();
});

it('what repeats nothing that is there, or was not flagged, is refused', async () => {
  const { controller, close } = await start();
  const decide = (pledgeId: string, repeats: string) =>
    controller.decide(pledgeId, { decision: 'REPEAT', repeats, reason }, by(2));
  await expect(decide(flagged, id(49))).rejects.toMatchObject({
    code: 'UNKNOWN_PLEDGE',
    details: { field: 'repeats' },
  });
  await expect(decide(other, flagged)).rejects.toMatchObject({ code: 'NOT_FLAGGED' });
  await close();
});
