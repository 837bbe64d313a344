/**
 * Callers who ask twice, and callers who come second, at the real process.
 * Long because the three headers are tried on the same process.
 */
import { asker, desk, offer, poster } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let post: ReturnType<typeof poster>;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  post = poster(ask);
});

afterAll(async () => {
  await server.close();
  folder.remove();
});

const announced = async (description: string): Promise<string> =>
  String((await post('/pledges', offer(description))).body.location);

const eventsOf = async (pledge: string): Promise<readonly { readonly type: string }[]> =>
  (await ask(`${pledge}/history`, { headers: desk })).body.items as readonly { readonly type: string }[];

const answerIn = ({ headers, body }: Reply): unknown => [
  headers.get('location'),
  headers.get('etag'),
  body.stream,
  body.revision,
  body.after,
];

const missionOf = (state: string) => ({
  'x-pledgeline-actor': `mission.of.${state}`,
  'x-pledgeline-role': 'MS',
  'x-pledgeline-state': state,
});
const rwanda = missionOf('RWA');
const kenya = missionOf('KEN');

const acknowledge = (reference = 'DPO/2021/1') => ({ acknowledgementReference: reference });

describe('Idempotency-Key', () => {
  it('the same key and body: the same answer, said to be a repeat, and one event', async () => {
    const first = await post('/pledges', offer('Sent twice'), { 'idempotency-key': 'twice' });
    const second = await post('/pledges', offer('Sent twice'), { 'idempotency-key': 'twice' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(answerIn(second)).toEqual(answerIn(first));
    expect([first.body.repeated, second.body.repeated]).toEqual([false, true]);
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await eventsOf(String(first.body.location))).toHaveLength(1);
  });

  it('the order of members and the spaces between them do not make another body', async () => {
    const body = offer('Written in two ways');
    const first = await post('/pledges', body, { 'idempotency-key': 'two-ways' });
    const other = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 2);
    expect(answerIn(await post('/pledges', other, { 'idempotency-key': 'two-ways' }))).toEqual(
      answerIn(first),
    );
  });

  it('sent eight times at once there is one pledge', async () => {
    const send = () => post('/pledges', offer('Sent at once'), { 'idempotency-key': 'at-once' });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(new Set(answers.map(({ body }) => body.after)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    expect(await eventsOf(String(answers[0]?.body.location))).toHaveLength(1);
  });

  it('the same key for another body is refused, and writes nothing', async () => {
    const first = await post('/pledges', offer('The first body'), { 'idempotency-key': 'other-body' });
    const second = await post('/pledges', offer('The other body'), { 'idempotency-key': 'other-body' });
    expect(second).toMatchObject({
      status: 422,
      body: { code: 'COMMAND_ID_REUSED', field: 'idempotency-key' },
    });
    expect(await eventsOf(String(first.body.location))).toHaveLength(1);
  });

  it('the key belongs to its caller and to its address', async () => {
    const pledge = await announced('Met by two callers');
    const headers = { 'idempotency-key': 'shared' };
    const first = await post('/pledges', offer('Of one caller'), headers);
    const other = await post('/pledges', offer('Of the other'), {
      ...headers,
      'x-pledgeline-actor': 'somebody.else',
    });
    expect(other.status).toBe(201);
    expect(other.body.location).not.toBe(first.body.location);
    expect((await post(`${pledge}/acknowledgement`, acknowledge(), headers)).status).toBe(200);
  });

  it('the first answer is given again although the pledge has moved on and If-Match is stale', async () => {
    const pledge = await announced('Moves on');
    const headers = { 'idempotency-key': 'moved-on', 'if-match': '"0"' };
    const first = await post(`${pledge}/acknowledgement`, acknowledge(), headers);
    expect(first.status).toBe(200);
    await post(`${pledge}/withdrawal`, { reason: 'National commitments elsewhere' }, rwanda);
    const again = await post(`${pledge}/acknowledgement`, acknowledge(), headers);
    expect(again).toMatchObject({ status: 200, body: { repeated: true } });
    expect(answerIn(again)).toEqual(answerIn(first));
    expect((await eventsOf(pledge)).map(({ type }) => type)).toEqual([
      'PledgeAnnounced',
      'PledgeAcknowledged',
      'PledgeWithdrawn',
    ]);
  });

  it('a refusal is not remembered: put right, the same key is taken', async () => {
    const headers = { 'idempotency-key': 'put-right' };
    expect((await post('/pledges', { ...offer('Wrong'), memberState: 'Atlantis' }, headers)).status).toBe(
      422,
    );
    expect((await post('/pledges', offer('Right'), headers)).status).toBe(201);
  });
});

describe('If-Match', () => {
  it('the ETag of a resource is the revision that a command then names', async () => {
    const pledge = await announced('Looked at first');
    const page = await ask(`${pledge}?after=pledge-${pledge.split('/').at(-1)!}@0`);
    const etag = page.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(W\/)?"0\.[0-9a-f]{12}"$/);
    const answer = await post(`${pledge}/acknowledgement`, acknowledge(), { 'if-match': etag });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"1"']);
  });

  it.each(['"0.0123456789ab"', 'W/"0.0123456789ab"', '"0-c2Fs"', 'W/"0"', '0'])(
    'an ETag of the same revision is taken too: %s',
    async (etag) => {
      const pledge = await announced(`Seen as ${etag}`);
      expect((await post(`${pledge}/acknowledgement`, acknowledge(), { 'if-match': etag })).status).toBe(200);
    },
  );

  it('what its sender may not read neither refuses a command nor is told', async () => {
    const pledge = await announced('Asked about in the meantime');
    const question = { question: 'Which route?', dueOn: '2099-01-31', blocking: false };
    await post(`${pledge}/clarifications`, question);
    const consent = { kind: 'JOINT_DEPLOYMENT' };
    expect((await post(`${pledge}/partnership`, consent, { ...rwanda, 'if-match': '"0"' })).status).toBe(412);
    const joining = { state: 'KOR', role: 'UNIT', from: '2030-01-01', leadConsentReference: 'NV/1' };
    await post(`${pledge}/partnership`, consent, rwanda);
    const korea = { 'x-pledgeline-actor': 'k', 'x-pledgeline-role': 'MS', 'x-pledgeline-state': 'KOR' };
    await post(`${pledge}/clarifications`, question);
    const late = await post(`${pledge}/partners`, joining, { ...korea, 'if-match': '"0"' });
    expect(late).toMatchObject({ status: 412, body: { actual: 2, eventsSince: [{ revision: 2 }] } });
    expect((await post(`${pledge}/partners`, joining, { ...korea, 'if-match': '"3"' })).status).toBe(412);
    const taken = await post(`${pledge}/partners`, joining, { ...korea, 'if-match': '"2"' });
    expect([taken.status, taken.body.revision]).toEqual([200, 4]);
  });

  it('another revision is refused with what happened since, and writes nothing', async () => {
    const pledge = await announced('Changed in between');
    await post(`${pledge}/acknowledgement`, acknowledge());
    const late = await post(`${pledge}/withdrawal`, { reason: 'Too late' }, { ...rwanda, 'if-match': '"0"' });
    expect(late).toMatchObject({
      status: 412,
      body: {
        code: 'VERSION_CONFLICT',
        expected: 0,
        actual: 1,
        eventsSince: [{ type: 'PledgeAcknowledged', revision: 1 }],
      },
    });
    expect(JSON.stringify(late.body)).not.toContain('DPO/2021/1');
    expect(await eventsOf(pledge)).toHaveLength(2);
  });

  it('a revision that is yet to come is refused', async () => {
    const pledge = await announced('Not that far');
    const early = await post(`${pledge}/acknowledgement`, acknowledge(), { 'if-match': '"7"' });
    expect(early).toMatchObject({ status: 412, body: { expected: 7, actual: 0, eventsSince: [] } });
  });

  it('of two officers at once one wins, and the other is told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pledge = await announced(`Wanted by two, ${round}`);
      const headers = { 'if-match': '"0"' };
      const answers = await Promise.all([
        post(`${pledge}/acknowledgement`, acknowledge(), headers),
        post(`${pledge}/withdrawal`, { reason: 'At the same moment' }, { ...headers, ...rwanda }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(await eventsOf(pledge)).toHaveLength(2);
    }
  });

  it('who names no revision is not refused for somebody else being first', async () => {
    const pledge = await announced('Linked by many');
    const link = (n: number) => ({
      memberState: 'Rwanda',
      wording: `Said again, ${n}`,
      source: `Press release ${n}`,
    });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => post(`${pledge}/announcements`, link(n))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await eventsOf(pledge)).toHaveLength(6);
  });
});

describe('?after=', () => {
  it('a query sees what its caller has written, every time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { body } = await post('/pledges', offer(`Read at once, ${round}`));
      const page = await ask(`${String(body.location)}?after=${encodeURIComponent(String(body.after))}`);
      expect(page).toMatchObject({
        status: 200,
        body: { description: `Read at once, ${round}`, status: 'ANNOUNCED' },
      });
    }
  });

  it('a writer sees what he wrote, also where it is for few, or not for himself to read', async () => {
    const pledge = await announced('Written about in private');
    const question = { question: 'Which route?', dueOn: '2099-01-31', blocking: false };
    const caveat = { text: 'Not outside the capital', kind: 'GEOGRAPHIC', blocking: true, internal: true };
    const body = { 'x-pledgeline-actor': 'a.body', 'x-pledgeline-role': 'IMPL' };
    for (const [path, sent, second, writer] of [
      ['caveats', caveat, { text: 'Not by night' }, rwanda],
      ['clarifications', question, { question: 'By when?' }, body],
    ] as const) {
      const written = await post(`${pledge}/${path}`, sent, writer);
      expect([path, written.status]).toEqual([path, 200]);
      const address = `${pledge}?after=${encodeURIComponent(String(written.body.after))}`;
      expect([path, (await ask(address, { headers: writer })).status]).toEqual([path, 200]);
      const tag = written.headers.get('etag') ?? '';
      const next = await post(`${pledge}/${path}`, { ...sent, ...second }, { ...writer, 'if-match': tag });
      expect([path, next.status]).toEqual([path, 200]);
    }
  });

  it('what others wrote that he may not read is to a reader as what was never written', async () => {
    const pledge = await announced('Asked about in private');
    const { body } = await post(`${pledge}/clarifications`, {
      question: 'Which route?',
      dueOn: '2099-01-31',
      blocking: false,
    });
    const hidden = String(body.after);
    const unknown = hidden.replace(/@\d+$/, '@900');
    const [one, other] = await Promise.all(
      [hidden, unknown].map(async (after) => {
        const answer = await ask(`${pledge}?after=${after}`);
        return { ...answer.body, status: answer.status, instance: '' };
      }),
    );
    expect(one).toMatchObject({ status: 422, code: 'UNKNOWN_EVENT' });
    expect(JSON.stringify(one).replaceAll(hidden, 'AFTER')).toBe(
      JSON.stringify(other).replaceAll(unknown, 'AFTER'),
    );
  });
});

it('a member state may not act for another, and nothing is written', async () => {
  const pledge = await announced('Of Rwanda');
  const answer = await post(`${pledge}/withdrawal`, { reason: 'Not ours to give' }, kenya);
  expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  expect(await post('/pledges', offer('For Rwanda, by Kenya'), kenya)).toMatchObject({ status: 403 });
  expect(await eventsOf(pledge)).toHaveLength(1);
  expect((await post(`${pledge}/withdrawal`, { reason: 'Ours' }, rwanda)).status).toBe(200);
});
