/** Corrections at the door: what is found of a stream holds for one revision, and others write meanwhile. */
import { commandFor, streamName } from '@pledgeline/contracts';
import { pledgeCommands } from '@pledgeline/pledge';
import { examining } from './examining.ts';
import { CorrectionController } from './correction.controller.ts';
import { by, id } from '../testing/a-request.ts';
import { announceAt } from '../testing/an-announcement.ts';
import { openLog, wholeLog } from '../testing/log-and-views.ts';

const start = async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const pledgeId = await announceAt(pledges);
  const [announced] = await wholeLog(store);
  const corrections = new CorrectionController(pledges, examining(store, pledges));
  const body = {
    corrects: announced?.id ?? '',
    changes: [{ field: 'description', old: 'A battalion', new: 'Two battalions' }],
    reason: 'Misheard',
  };
  const types = async () => (await wholeLog(store)).map(({ type }) => type);
  const open = async () =>
    (await pledges.load(streamName('pledge', pledgeId))).state.corrections[0]?.correctionId ?? '';
  const said = async () =>
    (await pledges.load(streamName('pledge', pledgeId))).state.announcement?.description;
  return { pledges, pledgeId, corrections, body, types, open, said };
};
const officer = (n: number, subject: string, expectedRevision?: number) => {
  const request = by(n, 'ADMIN', { expectedRevision });
  const caller = { ...request.caller, subject };
  return { caller, commandContext: { ...request.commandContext, caller } };
};

it('a second officer puts it right, and the stream reads so from then on', async () => {
  const { pledgeId, corrections, body, types, open, said } = await start();
  await corrections.propose(pledgeId, body, officer(1, 'first'));
  expect(await said()).toBe('A battalion');
  await corrections.approve(pledgeId, await open(), officer(2, 'second'));
  expect(await said()).toBe('Two battalions');
  expect(await types()).toEqual(['PledgeAnnounced', 'CorrectionProposed', 'EventCorrected']);
});

it('a repeat under its key is answered as the first time', async () => {
  const { pledgeId, corrections, body, types, open } = await start();
  const first = await corrections.propose(pledgeId, body, officer(1, 'first'));
  expect(await corrections.propose(pledgeId, body, officer(1, 'first'))).toEqual({
    ...first,
    repeated: true,
  });
  const made = await corrections.approve(pledgeId, await open(), officer(2, 'second'));
  expect(await corrections.approve(pledgeId, await open(), officer(2, 'second'))).toEqual({
    ...made,
    repeated: true,
  });
  expect(await types()).toHaveLength(3);
});

it('many who write at once all get their turn', async () => {
  const { pledges, pledgeId, corrections, body, types } = await start();
  const asked = [1, 2, 3, 4].map((n) => corrections.propose(pledgeId, body, officer(n, `officer ${n}`)));
  const data = { pledgeId, acknowledgementReference: 'ACK-1' };
  const command = commandFor(by(9).commandContext, 'AcknowledgePledge', data);
  await Promise.all([...asked, pledges(streamName('pledge', pledgeId), command)]);
  expect((await types()).sort()).toEqual([
    ...Array.from({ length: 4 }, () => 'CorrectionProposed'),
    'PledgeAcknowledged',
    'PledgeAnnounced',
  ]);
});

it('of two proposals of the same value, the second is stale once the first is made', async () => {
  const { pledgeId, corrections, body, pledges } = await start();
  await corrections.propose(pledgeId, body, officer(1, 'first'));
  await corrections.propose(pledgeId, body, officer(2, 'first'));
  const { state } = await pledges.load(streamName('pledge', pledgeId));
  const [one, other] = state.corrections.map(({ correctionId }) => correctionId);
  await corrections.approve(pledgeId, one ?? '', officer(3, 'second'));
  await expect(corrections.approve(pledgeId, other ?? '', officer(4, 'second'))).rejects.toMatchObject({
    code: 'STALE_VALUE',
  });
  await corrections.reject(pledgeId, other ?? '', { reason: 'Done' }, officer(5, 'first'));
});

it('who names a revision is not overruled', async () => {
  const { pledgeId, corrections, body } = await start();
  await expect(corrections.propose(pledgeId, body, officer(1, 'first', 7))).rejects.toMatchObject({
    expected: 7,
    actual: 0,
  });
  await corrections.propose(pledgeId, body, officer(2, 'first', 0));
});

it('nobody corrects what was never announced, or approves what was never proposed', async () => {
  const { pledgeId, corrections, body } = await start();
  await expect(corrections.propose(id(99), body, officer(1, 'first'))).rejects.toMatchObject({
    code: 'PLEDGE_NOT_FOUND',
  });
  await expect(corrections.approve(pledgeId, id(98), officer(2, 'first'))).rejects.toMatchObject({
    code: 'UNKNOWN_CORRECTION',
  });
});
