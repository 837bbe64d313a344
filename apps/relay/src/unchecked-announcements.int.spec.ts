/**
 * A pledge that was announced again while the broker was away waits for the desk once the read models have come, and until the desk
 * has decided. Decision 88.
 */
import { until } from '@pledgeline/event-sourcing/testing';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';

const desk = {
  'content-type': 'application/json',
  'x-pledgeline-actor': 'desk',
  'x-pledgeline-role': 'DESK',
};
const promise = {
  memberState: 'RWA',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  conference: '2031-berlin',
  quantity: '1',
  unit: 'unit',
  source: 'Press',
  description: 'One infantry battalion',
};
const inOtherWords = { ...promise, description: 'A battalion of infantry', source: 'Note verbale 7' };

let distributed: Distributed;
beforeAll(async () => {
  distributed = await startDistributed();
});
afterAll(() => distributed.close());

const post = async (path: string, body: object) => {
  const answer = await fetch(`${distributed.url}${path}`, {
    ...{ method: 'POST', headers: desk, body: JSON.stringify(body) },
  });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};

const waiting = async (): Promise<readonly string[]> => {
  const answer = await fetch(`${distributed.url}/work-queue?kind=REPEAT_TO_DECIDE`, { headers: desk });
  const { items } = (await answer.json()) as { readonly items: readonly { readonly pledgeId: string }[] };
  return items.map(({ pledgeId }) => pledgeId);
};

it('what the broker’s absence let through is found when it is back, and goes once it is decided', async () => {
  await post('/conferences', { code: '2031-berlin', name: 'Berlin', kind: 'ministerial', source: 'S' });
  expect(await post('/pledges', promise)).toMatchObject({ status: 201 });
  await until('intake knows the first', async () => {
    const { body } = await post('/pledges?dryRun=true', inOtherWords);
    return body['code'] === 'DUPLICATE_ANNOUNCEMENT';
  });
  await distributed.kafka.kill();
  // Its read model is there, and is not whole: what others announce does not come any more.
  await until('intake has found out', async () => {
    const health = await distributed.services.intake.health();
    return (
      health?.groups.some(({ group, state }) => group === 'intake-offers' && state === 'retrying') ?? false
    );
  });
  const { body: other } = await post('/pledges', { ...promise, capabilityCode: 'FPU', category: 'UNIT' });
  const again = await post('/pledges', { ...promise, capabilityCode: 'FPU', description: 'A police unit' });
  expect(again).toMatchObject({ status: 201, body: { notChecked: ['DUPLICATE_ANNOUNCEMENT'] } });
  await distributed.kafka.start();
  const [first, second] = [other, again.body].map(({ location }) => String(location).split('/').at(-1) ?? '');
  await until('both wait', async () => (await waiting()).length === 2, 120_000);
  expect((await waiting()).toSorted()).toEqual([first, second].toSorted());
  const decision = { decision: 'REPEAT', repeats: first, reason: 'The note verbale speaks of the same unit' };
  expect(await post(`/pledges/${second}/repeat-decision`, decision)).toMatchObject({ status: 200 });
  await until('none waits', async () => (await waiting()).length === 0);
}, 360_000);
