/** States agree each on its own pledge, the desk merges, and the log does the rest, once. */
import { streamName } from '@pledgeline/contracts';
import { pledgeCommands } from '@pledgeline/pledge';
import { MergeController } from './merge.controller.ts';
import { ideaCommands } from '../ideas/idea-commands.ts';
import { policies } from '../policies.ts';
import { by, id } from '../testing/a-request.ts';
import { registerAt } from '../testing/a-registered-pledge.ts';
import { NOW, openLog, wholeLog } from '../testing/log-and-views.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const MERGER = id(50);
const focalPoint = (n: number, state: string) =>
  by(n, 'MS', { caller: { subject: state, role: 'MS', state } });

const twoPledges = async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const nor = await registerAt(pledges, { pledgeId: id(1), memberState: 'NOR' });
  const srb = await registerAt(pledges, { pledgeId: id(2), memberState: 'SRB' });
  const mergers = new MergeController(pledges);
  const consent = (n: number, state: string, pledgeId: string, share: number) =>
    mergers.consent(
      pledgeId,
      { mergeId: MERGER, leadState: 'Norway', role: 'UNIT', share, consentReference: 'NV/1' },
      focalPoint(n, state),
    );
  const body = { mergeId: MERGER, others: [srb], capabilityCode: 'HOSP-L2', description: 'A hospital' };
  const settle = async () =>
    policies(pledgeCommands(store), ideaCommands(store), () => NOW, quiet)(await wholeLog(store));
  return { store, pledges, nor, srb, mergers, consent, body, settle };
};

it('both sources end as merged, and one joint pledge stands for both states', async () => {
  const { store, pledges, nor, srb, mergers, consent, body, settle } = await twoPledges();
  await consent(1, 'NOR', nor, 60);
  await consent(2, 'SRB', srb, 40);
  await mergers.merge(nor, body, by(3));
  await settle();
  const written = (await wholeLog(store)).length;
  await settle();
  expect(await wholeLog(store)).toHaveLength(written);
  const load = async (pledgeId: string) => (await pledges.load(streamName('pledge', pledgeId))).state;
  for (const source of [await load(nor), await load(srb)]) expect(source.status).toBe('MERGED');
  const joint = await load((await load(srb)).lineage?.children[0] ?? '');
  expect(joint).toMatchObject({
    status: 'REGISTERED',
    memberState: 'NOR',
    capabilityCode: 'HOSP-L2',
    lineage: { kind: 'MERGE', parents: [nor, srb] },
    partnership: {
      lead: 'NOR',
      partners: [
        { state: 'NOR', share: 60 },
        { state: 'SRB', share: 40 },
      ],
    },
  });
});

it('a state that did not agree is not merged', async () => {
  const { nor, mergers, consent, body } = await twoPledges();
  await consent(1, 'NOR', nor, 60);
  await expect(mergers.merge(nor, body, by(3))).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
});

it('what is no pledge is no source', async () => {
  const { nor, mergers, body } = await twoPledges();
  const merged = mergers.merge(nor, { ...body, others: [id(9)] }, by(3));
  await expect(merged).rejects.toMatchObject({ code: 'PLEDGE_NOT_FOUND' });
});
