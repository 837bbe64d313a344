/** A split on the log opens its children, once, in whatever process. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { EventStore } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledgeCommands } from '@pledgeline/pledge';
import type { PledgeCommand } from '@pledgeline/pledge';
import { AmendmentsController } from './amendments.controller.ts';
import { policies } from './policies.ts';
import { announceAt } from './testing/an-announcement.ts';
import { by, id } from './testing/a-request.ts';
import { NOW, openLog, wholeLog } from './testing/log-and-views.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const registeredPledge = async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const pledgeId = await announceAt(pledges, { quantity: { min: 2, max: 2, unit: 'units', asStated: '2' } });
  let n = 0;
  const act = (type: PledgeCommand['type'], data: object) =>
    pledges(streamName('pledge', pledgeId), {
      type,
      data: { pledgeId, ...data },
      meta: metaFor({ role: 'SFGC', commandId: id(800 + (n += 1)) }),
    } as PledgeCommand);
  await act('AcknowledgePledge', { acknowledgementReference: 'A' });
  for (const [version, kind] of [
    'NOTE_VERBALE',
    'TABLE_OF_ORGANIZATION',
    'MAJOR_EQUIPMENT',
    'SELF_SUSTAINMENT',
  ].entries()) {
    await act('ReceiveDocumentation', {
      kind,
      version: 1,
      sha256: String(version).repeat(64),
      reference: null,
    });
  }
  const left = {
    quantity: null,
    timeframe: null,
    deployWithinDays: null,
    target: null,
    notMeasurable: false,
  };
  await act('RegisterPledge', { capabilityCode: 'INF-BN', registrationReference: 'PCRS/1', ...left });
  return { store, pledges, pledgeId, amendments: new AmendmentsController(pledges) };
};

const settle = async (store: EventStore): Promise<void> =>
  policies(pledgeCommands(store), () => NOW, quiet)(await wholeLog(store));

it('children are opened as pledges of their own, and a redelivery adds nothing', async () => {
  const { store, pledges, pledgeId, amendments } = await registeredPledge();
  await amendments.split(pledgeId, { children: [{ quantity: 1, description: 'The first' }] }, by(1, 'MS'));
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

it('the same key names the same children', async () => {
  const { store, pledgeId, amendments } = await registeredPledge();
  const body = { children: [{ quantity: 1, description: 'The first' }] };
  await amendments.split(pledgeId, body, by(1, 'MS'));
  expect(await amendments.split(pledgeId, body, by(1, 'MS'))).toMatchObject({ repeated: true });
  const splits = (await wholeLog(store)).filter(({ type }) => type === 'PledgeSplit');
  expect(splits).toHaveLength(1);
  expect((splits[0]?.data as DataOf<'PledgeSplit'>).children).toHaveLength(2);
});
