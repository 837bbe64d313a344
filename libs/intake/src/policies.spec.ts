/** A split on the log opens its children, once, in whatever process. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { EventStore } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { SplitController } from './split/split.controller.ts';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { ideaCommands } from './ideas/idea-commands.ts';
import { policies } from './policies.ts';
import { registerAt } from './testing/a-registered-pledge.ts';
import { by, id } from './testing/a-request.ts';
import { announceAt } from './testing/an-announcement.ts';
import { NOW, openLog, wholeLog } from './testing/log-and-views.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const registeredPledge = async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const quantity = { min: 2, max: 2, unit: 'units', asStated: '2' };
  const pledgeId = await registerAt(pledges, { quantity });
  return { store, pledges, pledgeId, splits: new SplitController(pledges) };
};

const settle = async (store: EventStore): Promise<void> =>
  policies(pledgeCommands(store), ideaCommands(store), () => NOW, quiet)(await wholeLog(store));

it('children are opened as pledges of their own, and a redelivery adds nothing', async () => {
  const { store, pledges, pledgeId, splits } = await registeredPledge();
  await splits.split(pledgeId, { children: [{ quantity: 1, description: 'The first' }] }, by(1, 'MS'));
  await settle(store);
  const written = (await wholeLog(store)).length;
  await settle(store);
  expect(await wholeLog(store)).toHaveLength(written);
  const { state: parent } = await pledges.load(streamName('pledge', pledgeId));
  expect(parent).toMatchObject({ status: 'SPLIT', lineage: { children: [{}, {}] } });
  for (const childId of parent.lineage?.children ?? []) {
    const { state: child } = await pledges.load(streamName('pledge', childId));
    expect(child).toMatchObject({
      status: 'REGISTERED',
      reference: expect.stringMatching(/^no-conference\/KOR\/INF-BN-[0-9A-Z]{5}$/),
      quantity: { min: 1, max: 1, unit: 'units' },
      lineage: { parents: [pledgeId] },
    });
    expect(child.documents).toHaveLength(4);
  }
});

it('children of a simulated pledge say that they are SIMULATED', async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const quantity = { min: 2, max: 2, unit: 'units', asStated: '2' };
  const pledgeId = await registerAt(pledges, { quantity, reference: 'SIMULATED/KOR/INF-BN-7' });
  const body = { children: [{ quantity: 1, description: 'The first' }] };
  await new SplitController(pledges).split(pledgeId, body, by(1, 'MS'));
  await settle(store);
  const opened = (await wholeLog(store)).filter(({ type }) => type === 'PledgeDerived');
  expect(opened).toHaveLength(2);
  for (const { data } of opened)
    expect(data).toMatchObject({ reference: expect.stringMatching(/^SIMULATED\/KOR\//) as unknown });
});

it('the same key names the same children', async () => {
  const { store, pledgeId, splits } = await registeredPledge();
  const body = { children: [{ quantity: 1, description: 'The first' }] };
  await splits.split(pledgeId, body, by(1, 'MS'));
  expect(await splits.split(pledgeId, body, by(1, 'MS'))).toMatchObject({ repeated: true });
  const written = (await wholeLog(store)).filter(({ type }) => type === 'PledgeSplit');
  expect(written).toHaveLength(1);
  expect((written[0]?.data as DataOf<'PledgeSplit'>).children).toHaveLength(2);
});

it('an announcement that names an idea takes it up, once', async () => {
  const store = openLog();
  const ideas = ideaCommands(store);
  const ideaId = id(70);
  const data = {
    ideaId,
    kind: 'EXPECTED' as const,
    memberState: 'KOR',
    conference: null,
    themes: [],
    text: 'A battalion',
    source: 'Talks',
  };
  await ideas(streamName('idea', ideaId), {
    type: 'RaiseIdea',
    data,
    meta: metaFor({ commandId: id(71) }),
  });
  const pledgeId = await announceAt(pledgeCommands(store), { idea: ideaId });
  await settle(store);
  await settle(store);
  const { state } = await ideas.load(streamName('idea', ideaId));
  expect(state).toMatchObject({ pledges: [pledgeId] });
});
