/** The history of a pledge and the pledge after one of its events, as programs ask the real server for them. */
import { asker, desk, offer, poster, type Ask } from './testing/ask.ts';
import { hostStandalone, type Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

type Item = Readonly<Record<string, unknown>>;

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let pledge: string;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  const post = poster(ask);
  pledge = String((await post('/pledges', offer('Read event by event'))).body.location);
  await post(`${pledge}/acknowledgement`, { acknowledgementReference: 'DPO/2026/1' });
  const question = { question: 'Which vehicles?', dueOn: '2099-01-01', blocking: false };
  await post(`${pledge}/clarifications`, question);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const get = (query: string, headers = desk) => ask(`${pledge}${query}`, { headers });
const itemsOf = async (query: string, headers = desk): Promise<readonly Item[]> => {
  const { status, body } = await get(`/history${query}`, headers);
  expect([query, status]).toEqual([query, 200]);
  return body.items as readonly Item[];
};
const typesOf = async (query: string, headers = desk) =>
  (await itemsOf(query, headers)).map(({ type }) => type);

const ALL = ['PledgeAnnounced', 'PledgeAcknowledged', 'ClarificationRequested'];
const somebody = { 'x-pledgeline-actor': 'a.reader', 'x-pledgeline-role': 'PUBLIC' };

it.each<[string, readonly string[]]>([
  ['', ALL],
  ['?order=asc', ALL],
  ['?order=desc', ALL.toReversed()],
  ['?type=PledgeAcknowledged', ['PledgeAcknowledged']],
  ['?type=ClarificationRequested&type=PledgeAnnounced', ['PledgeAnnounced', 'ClarificationRequested']],
  ['?type=UnitDeployed', []],
  ['?order=desc&limit=1', ['ClarificationRequested']],
])('history%s lists %j', async (query, types) => {
  expect(await typesOf(query)).toEqual(types);
});

it('is to the public what is public, with its own count', async () => {
  expect(await typesOf('?order=desc', somebody)).toEqual(['PledgeAcknowledged', 'PledgeAnnounced']);
  expect((await get('/history?type=ClarificationRequested', somebody)).body).toMatchObject({
    items: [],
    total: 0,
  });
});

it('says what each event changed, and begins with all that was promised', async () => {
  const [announced, acknowledged, asked] = await itemsOf('');
  const fields = (item: Item | undefined) => (item?.changes as readonly Item[]).map(({ field }) => field);
  expect(fields(announced)).toEqual(
    expect.arrayContaining(['reference', 'announcement.description', 'status']),
  );
  expect(acknowledged?.changes).toEqual(
    expect.arrayContaining([{ field: 'status', before: 'ANNOUNCED', after: 'ACKNOWLEDGED' }]),
  );
  expect(asked?.changes).toEqual(
    expect.arrayContaining([
      {
        field: 'internal.clarifications',
        before: [],
        after: [expect.objectContaining({ question: 'Which vehicles?', answered: false })],
      },
    ]),
  );
});

it('as CSV has a column for them', async () => {
  const answer = await fetch(`${server.url}${pledge}/history?format=csv&order=desc`, { headers: desk });
  const [head = '', first = ''] = (await answer.text()).split('\r\n');
  expect(head.split(',')).toEqual(expect.arrayContaining(['correctedBy', 'changes', 'annulledBy.revision']));
  expect(first).toContain('internal.clarifications');
});

it.each([
  ['?order=newest', 'order'],
  ['?type=Nothing', 'type'],
  ['?order=asc&order=desc', 'order'],
])('history%s is refused by the name of its parameter, with what is allowed', async (query, field) => {
  const { status, body } = await get(`/history${query}`);
  expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  expect(body.errors).toMatchObject([{ field, allowed: expect.any(Array) }]);
});

describe('after one of its events', () => {
  it('is as it stood then, and offers nothing', async () => {
    const { status, body } = await get('?atRevision=0');
    expect(status).toBe(200);
    expect(body).toMatchObject({ atRevision: 0, revision: 0, status: 'ANNOUNCED', commands: [] });
    expect(String(body.definitionsNote)).toContain('past');
    expect((await get('?atRevision=1')).body).toMatchObject({
      status: 'ACKNOWLEDGED',
      internal: { clarifications: [] },
    });
    expect((await get('')).body).toMatchObject({ atRevision: null, revision: 2 });
  });

  it.each(['-1', 'x', '1.5', '', '1e12', '0x1', '1&atRevision=2'])('%s is no revision', async (value) => {
    const { status, body } = await get(`?atRevision=${value}`);
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body.errors).toMatchObject([{ field: 'atRevision' }]);
  });

  it.each([
    ['?atRevision=3', 'UNKNOWN_EVENT'],
    ['?atRevision=0&asOf=2026-01-31', 'AT_REVISION_AND_DAY'],
    ['?atRevision=0&knownAt=2026-01-31T12:00:00Z', 'AT_REVISION_AND_DAY'],
  ])('%s is refused', async (query, code) => {
    const { status, body } = await get(query);
    expect([status, body.code, body.field]).toEqual([422, code, 'atRevision']);
  });

  it('that the reader may not read, or of no pledge, is refused', async () => {
    expect((await get('?atRevision=2', somebody)).body.code).toBe('UNKNOWN_EVENT');
    const { status, body } = await ask('/pledges/00000000-0000-4000-8000-000000000001?atRevision=0');
    expect([status, body.code]).toEqual([404, 'PLEDGE_NOT_FOUND']);
  });
});

describe('the difference between two of its events', () => {
  it('names each field with both values, and the event that set it last', async () => {
    const { status, body } = await get('/difference?from=0&to=2');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: { type: 'PledgeAnnounced', revision: 0 },
      to: { revision: 2 },
      fields: expect.arrayContaining([
        expect.objectContaining({
          ...{ field: 'status', before: 'ANNOUNCED', after: 'ACKNOWLEDGED' },
          setBy: expect.objectContaining({ type: 'PledgeAcknowledged', revision: 1 }),
        }),
      ]),
    });
  });

  it.each([
    ['?to=1', 'from'],
    ['?from=0', 'to'],
    ['?from=-1&to=1', 'from'],
    ['?from=0&to=x', 'to'],
    ['?from=0&to=1&to=2', 'to'],
  ])('%s is refused by the name of what is wrong', async (query, field) => {
    const { status, body } = await get(`/difference${query}`);
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body.errors).toMatchObject([{ field }]);
  });

  it.each([
    ['?from=0&to=9', 'UNKNOWN_EVENT', 'to'],
    ['?from=9&to=9', 'UNKNOWN_EVENT', 'from'],
    ['?from=1&to=0', 'EVENTS_IN_REVERSE', 'from'],
  ])('%s is refused', async (query, code, field) => {
    const { status, body } = await get(`/difference${query}`);
    expect([status, body.code, body.field]).toEqual([422, code, field]);
  });

  it('up to an event that is not for the reader is refused as if there were none', async () => {
    const { status, body } = await get('/difference?from=0&to=2', somebody);
    expect([status, body.code]).toEqual([422, 'UNKNOWN_EVENT']);
    expect(
      (await ask('/pledges/00000000-0000-4000-8000-000000000001/difference?from=0&to=0')).body.code,
    ).toBe('PLEDGE_NOT_FOUND');
  });
});
