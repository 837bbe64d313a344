/** An officer records what a state told by a paper, over HTTP: accountability page, section 8. Long because one pledge lives through it. */
import { asker, desk, offer } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import type { Reply } from './testing/reply.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const as = (role: string, actor = 'officer.one', state?: string) => ({
  'x-pledgeline-actor': actor,
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
});
const paper = { reference: 'Note verbale 88/2026', date: '2026-10-12' };
const forRwanda = { state: 'Rwanda', paper };
const post = (path: string, body: object, headers: Readonly<Record<string, string>> = as('DESK')) =>
  ask(path, { method: 'POST', headers, body });
const announced = async (description: string): Promise<string> => {
  const { body } = await post('/pledges', { ...offer(description), onBehalfOf: forRwanda });
  return String(body.location);
};
const historyOf = async (pledge: string, headers: Readonly<Record<string, string>> = {}) =>
  (await ask(`${pledge}/history`, { headers })).body.items as readonly {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly metadata: Readonly<Record<string, unknown>>;
  }[];
const codeOf = ({ status, body }: Reply) => [status, body.code];

describe('an announcement that came by note verbale', () => {
  it('is of the state and of the day of the note, and names the officer to the Secretariat alone', async () => {
    const pledge = await announced('A battalion, by note');
    const [event, note] = await historyOf(pledge, as('DESK'));
    expect(event).toMatchObject({
      type: 'PledgeAnnounced',
      metadata: { actor: 'officer.one', role: 'DESK', onBehalfOf: 'RWA', recordedFor: 'MS' },
    });
    expect(event?.metadata.occurredOn).toBe('2026-10-12');
    expect(note).toMatchObject({
      type: 'ActRecorded',
      data: { command: 'AnnouncePledge', paper, state: 'RWA' },
    });

    const own = await historyOf(pledge, as('MS', 'focal.point', 'RWA'));
    expect(own.at(-1)?.data).toMatchObject({ paper });
    expect(JSON.stringify(own)).not.toContain('officer.one');
    for (const stranger of [as('MS', 'another', 'KOR'), as('PARTNER', 'a.body'), as('IMPL', 'a.fund'), {}]) {
      const said = JSON.stringify([
        await historyOf(pledge, stranger),
        (await ask(pledge, { headers: stranger })).body,
      ]);
      expect(said).not.toMatch(/verbale 88|officer\.one|ActRecorded/);
    }
  });

  it('is refused under the key of another paper', async () => {
    const key = { ...as('DESK'), 'idempotency-key': 'acts-1' };
    const body = { ...offer('Under a key'), onBehalfOf: forRwanda };
    const first = await post('/pledges', body, key);
    expect((await post('/pledges', body, key)).body).toMatchObject({
      repeated: true,
      after: first.body.after,
    });
    const other = { state: 'Rwanda', paper: { ...paper, reference: 'Note verbale 89/2026' } };
    expect(codeOf(await post('/pledges', { ...body, onBehalfOf: other }, key))).toEqual([
      422,
      'COMMAND_ID_REUSED',
    ]);
  });
});

describe('who is named, and by which paper', () => {
  let pledge: string;
  beforeAll(async () => {
    pledge = await announced('Nothing is written to it');
  });
  const condition = (onBehalfOf: unknown, headers = as('DESK'), more: object = {}) =>
    post(`${pledge}/conditions`, { text: 'Vehicles are given', ...more, onBehalfOf }, headers);

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'onBehalfOf.paper'],
    ['a word', 'RWA', 'onBehalfOf'],
    ['null', null, 'onBehalfOf'],
    ['a list', [forRwanda], 'onBehalfOf'],
    ['no paper', { state: 'RWA' }, 'onBehalfOf.paper'],
    ['neither', { paper }, 'onBehalfOf'],
    ['both', { ...forRwanda, body: 'UNITAR' }, 'onBehalfOf'],
    ['a person', { ...forRwanda, actor: 'me' }, 'onBehalfOf.actor'],
    ['a blank state', { state: ' ', paper }, 'onBehalfOf.state'],
    [
      'a paper without a reference',
      { state: 'RWA', paper: { ...paper, reference: ' ' } },
      'onBehalfOf.paper.reference',
    ],
    ['a paper of no day', { state: 'RWA', paper: { ...paper, date: '2026-02-30' } }, 'onBehalfOf.paper.date'],
  ])('%s is refused by its field', async (_, onBehalfOf, field) => {
    const { status, body } = await condition(onBehalfOf);
    const named = (body.errors ?? []) as readonly { readonly field: string }[];
    expect([status, body.code, named.map((one) => one.field)]).toEqual([
      400,
      'VALIDATION_FAILED',
      expect.arrayContaining([field]),
    ]);
  });

  it('others are refused with a code', async () => {
    const dated = (date: string) => ({ state: 'RWA', paper: { ...paper, date } });
    expect(codeOf(await condition({ state: 'Utopia', paper }))).toEqual([422, 'UNKNOWN_STATE']);
    expect(codeOf(await condition({ state: 'Nepal', paper }))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await condition({ body: 'Rwanda', paper }))).toEqual([422, 'BODY_IS_STATE']);
    expect(codeOf(await condition(dated('2027-01-01')))).toEqual([422, 'DATE_IN_FUTURE']);
    expect(codeOf(await condition(dated('1948-05-28')))).toEqual([422, 'DATE_TOO_EARLY']);
    expect(codeOf(await condition(forRwanda, as('DESK'), { occurredOn: '2026-10-13' }))).toEqual([
      422,
      'PAPER_DATE_DIFFERS',
    ]);
    expect(codeOf(await condition(forRwanda, as('PD')))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await condition(forRwanda, as('MS', 'focal.point', 'KOR')))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await condition(forRwanda, as('MS', 'focal.point', 'RWA')))).toEqual([403, 'FORBIDDEN']);
    const skip = await post('/operations/read-models/rebuild', { onBehalfOf: forRwanda }, as('ADMIN'));
    expect(codeOf(skip)).toEqual([400, 'NOT_RECORDABLE']);
    const alone = await post(`${pledge}/conditions`, { text: 'Vehicles are given' });
    expect([...codeOf(alone), alone.body.detail]).toEqual([
      403,
      'FORBIDDEN',
      expect.stringMatching(/only for others: name the state or body and its paper in onBehalfOf/),
    ]);
  });
});

describe('a withdrawal', () => {
  it('waits for another officer, of whom one alone carries it out', async () => {
    const pledge = await announced('To be withdrawn');
    const sent = await post(`${pledge}/withdrawal`, { reason: 'Needed at home', onBehalfOf: forRwanda });
    expect(sent.status).toBe(200);
    const proposed = (await historyOf(pledge, as('DESK'))).at(-1);
    expect(proposed).toMatchObject({ type: 'ActProposed', data: { command: 'WithdrawPledge' } });
    const act = `${pledge}/acts/${String(proposed?.data.actId)}`;
    for (const role of ['DESK', 'SFGC', 'FGS'])
      expect(codeOf(await post(`${act}/approval`, {}, as(role)))).toEqual([403, 'SAME_PERSON']);

    const officers = ['two', 'three', 'four', 'five', 'six'];
    const own = post(`${pledge}/withdrawal`, { reason: 'Needed at home' }, as('MS', 'focal.point', 'RWA'));
    const all = await Promise.all([
      ...officers.map((name) => post(`${act}/approval`, {}, as('DESK', name))),
      own,
    ]);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const types = (await historyOf(pledge, as('DESK'))).map(({ type }) => type);
    expect(types.filter((type) => type === 'PledgeWithdrawn')).toHaveLength(1);
  });

  it('is turned down', async () => {
    const pledge = await announced('Not to be withdrawn');
    await post(`${pledge}/withdrawal`, { reason: 'Needed at home', onBehalfOf: forRwanda });
    const actId = String((await historyOf(pledge, desk)).at(-1)?.data.actId);
    expect((await post(`${pledge}/acts/${actId}/rejection`, { reason: 'Another pledge' })).status).toBe(200);
    expect(codeOf(await post(`${pledge}/acts/${actId}/approval`, {}, as('DESK', 'two')))).toEqual([
      409,
      'ACT_CLOSED',
    ]);
  });
});

describe('an objection', () => {
  const focalPoint = as('MS', 'focal.point', 'RWA');
  const recordedOn = async (pledge: string) => {
    await post(`${pledge}/conditions`, { text: 'Vehicles are given', onBehalfOf: forRwanda });
    const { data } = (await historyOf(pledge, desk)).at(-1)!;
    return `${pledge}/acts/${String(data.actId)}/objection`;
  };
  const queueOf = async (headers: Readonly<Record<string, string>>, after?: string) => {
    const waiting = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const { body } = await ask(`/work-queue?limit=200${waiting}`, { headers });
    return body.items as readonly { kind: string; reference: string; next: readonly { href: string }[] }[];
  };

  it('is a link in the queue of the state, and in no other', async () => {
    const pledge = await announced('Looked at');
    const objection = await recordedOn(pledge);
    const { body } = await post(`${pledge}/conditions`, { text: 'Water is given', onBehalfOf: forRwanda });
    const links = async (headers: Readonly<Record<string, string>>, after?: string) =>
      (await queueOf(headers, after))
        .filter(({ kind }) => kind === 'ACT_TO_CHECK')
        .flatMap(({ next }) => next);
    expect((await links(focalPoint, String(body.after))).map(({ href }) => href)).toContain(objection);
    expect(await links(as('MS', 'another', 'KOR'))).toEqual([]);
    const page = await ask(pledge, { headers: as('MS', 'another', 'KOR') });
    expect(JSON.stringify(page.body)).not.toMatch(/ObjectToAct|88\/2026/);
  });

  it('marks the event for whoever reads it, and asks a records officer', async () => {
    const pledge = await announced('Objected to');
    const objection = await recordedOn(pledge);
    const said = {
      wholeAct: false,
      reason: 'The note names water',
      changes: [{ field: 'text', new: 'Water is given' }],
    };
    expect(codeOf(await post(objection, said, as('MS', 'another', 'KOR')))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await post(objection, { wholeAct: false, reason: 'No' }, focalPoint))).toEqual([
      422,
      'NOTHING_TO_CHANGE',
    ]);
    const { status, body } = await post(objection, said, focalPoint);
    expect(status).toBe(200);
    expect(codeOf(await post(objection, said, focalPoint))).toEqual([409, 'ACT_CLOSED']);
    const marked = (await historyOf(pledge)).find(({ type }) => type === 'ConditionDeclared');
    expect(marked).toMatchObject({ objection: { reason: 'The note names water', wholeAct: false } });
    await ask(`/pledges?after=${encodeURIComponent(String(body.after))}`);
    const inPublic = (await ask(pledge)).body;
    expect(inPublic.objections).toMatchObject([{ reason: 'The note names water', asked: [], blocked: [] }]);
    expect((await ask(pledge, { headers: focalPoint })).body.objections).toMatchObject([
      { asked: said.changes },
    ]);
    const offered = async (officer: ReturnType<typeof as>): Promise<readonly string[]> => {
      const tasks = await queueOf(officer, String(body.after));
      return tasks.find(({ kind }) => kind === 'CORRECTION_TO_DECIDE')?.next.map(({ href }) => href) ?? [];
    };
    const [approval = ''] = await offered(as('ADMIN', 'records.officer'));
    expect(approval).toMatch(/approval$/);
    // Who recorded the act finds the task, and not what is for another to decide.
    expect(await offered(as('ADMIN'))).not.toContain(approval);
    expect(codeOf(await post(approval, {}, as('ADMIN')))).toEqual([403, 'SAME_PERSON']);
    expect((await post(approval, {}, as('ADMIN', 'records.officer'))).status).toBe(200);
  });

  it('and an approval at once leave one history', async () => {
    const pledge = await announced('At once');
    await post(`${pledge}/withdrawal`, { reason: 'Needed at home', onBehalfOf: forRwanda });
    const act = `${pledge}/acts/${String((await historyOf(pledge, desk)).at(-1)?.data.actId)}`;
    const said = { wholeAct: true, reason: 'Nobody wrote that' };
    const [approved, objected] = await Promise.all([
      post(`${act}/approval`, {}, as('DESK', 'two')),
      post(`${act}/objection`, said, focalPoint),
    ]);
    expect(objected.status).toBe(200);
    const types = (await historyOf(pledge, desk)).map(({ type }) => type);
    expect(types.filter((type) => type === 'ActObjected')).toHaveLength(1);
    expect(types.includes('PledgeWithdrawn')).toBe(approved.status === 200);
    if (types.includes('PledgeWithdrawn'))
      expect(types.indexOf('ActObjected')).toBeGreaterThan(types.indexOf('PledgeWithdrawn'));
  });
});
