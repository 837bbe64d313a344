import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ListGapsRequest } from './pages/gaps/gap.request.ts';
import { ListVisitsRequest } from './pages/visits/visit.request.ts';
import { WorkQueueRequest } from './pages/work-queue/work-queue.request.ts';
import { conferenceCode, uuid } from '@pledgeline/request-fields';
import { ListPledgesRequest } from './pages/pledge/pledges.request.ts';
import { ProgressRequest } from './reports/progress/progress.request.ts';
import { id } from './testing/a-log.ts';

type RequestClass = new () => object;

const faultsOf = async (request: RequestClass, query: object): Promise<Record<string, string>> => {
  const found = await validate(plainToInstance(request, query), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return Object.fromEntries(
    found.map(({ property, constraints }) => [property, Object.values(constraints ?? {}).join('; ')]),
  );
};

const after = `pledge-${id('one')}@3`;

it.each<[RequestClass, object]>([
  [ListPledgesRequest, {}],
  [
    ListPledgesRequest,
    { after, limit: '200', cursor: 'abc', status: 'REGISTERED', level: 'RDL', due: '2026-02-28' },
  ],
  [ListPledgesRequest, { status: ['REGISTERED', 'MATCHED'], memberState: ['Viet Nam', 'RWA'] }],
  [
    ListPledgesRequest,
    { q: '两个 hosp', sort: '-lastWordOn', announcedFrom: '2026-01-01', announcedTo: '2026-01-01' },
  ],
  [
    ListPledgesRequest,
    { after: 'conference-2021-seoul@0', theme: 'poc', category: 'UNIT', memberState: 'Türkiye' },
  ],
  [ListPledgesRequest, { facet: ['status', 'level'], track: 'CAPABILITY', sort: '-statusSince' }],
  [ListPledgesRequest, { facet: 'status', reference: '2021-seoul/kor/inf-bn-7f3k2' }],
  [ListPledgesRequest, { reference: Array.from({ length: 200 }, () => '2021-seoul/KOR/INF-BN-7F3K2') }],
  [ProgressRequest, { conference: '2021-seoul', category: 'UNIT' }],
  [WorkQueueRequest, { role: 'SFGC', kind: 'SILENT', memberState: 'RWA' }],
  [ListGapsRequest, { mission: 'MINUSCA', fill: 'PARTLY_FILLED' }],
  [ListVisitsRequest, { purpose: 'RDL', state: 'RECORDED' }],
])('%p takes %j', async (request, query) => {
  expect(await faultsOf(request, query)).toEqual({});
});

it.each(['abc', '1.5'])('limit=%s is told first that it is no whole number', async (limit) => {
  const { limit: told } = await faultsOf(ListPledgesRequest, { limit });
  expect(told).toMatch(/^limit must be a whole number from 1 to 200/);
});

it.each<[RequestClass, object, string]>([
  [ListPledgesRequest, { status: 'registered' }, 'status'],
  [ListPledgesRequest, { status: ['REGISTERED', 'matched'] }, 'status'],
  [ListPledgesRequest, { status: { a: 'REGISTERED' } }, 'status'],
  [ListPledgesRequest, { status: [['REGISTERED']] }, 'status'],
  [ListPledgesRequest, { status: Array.from({ length: 51 }, () => 'REGISTERED') }, 'status'],
  [ListPledgesRequest, { memberState: ['RWA', ''] }, 'memberState'],
  [ListPledgesRequest, { conference: ['none', ''] }, 'conference'],
  [ListPledgesRequest, { q: '' }, 'q'],
  [ListPledgesRequest, { q: ' - ' }, 'q'],
  [ListPledgesRequest, { q: 'x'.repeat(201) }, 'q'],
  [ListPledgesRequest, { q: ['field', 'hospital'] }, 'q'],
  [ListPledgesRequest, { q: { a: 'hospital' } }, 'q'],
  [ListPledgesRequest, { sort: 'pledgeId' }, 'sort'],
  [ListPledgesRequest, { sort: '--dueOn' }, 'sort'],
  [ListPledgesRequest, { sort: ['dueOn', 'reference'] }, 'sort'],
  [ListPledgesRequest, { facet: 'colour' }, 'facet'],
  [ListPledgesRequest, { facet: ['status', 'assignee'] }, 'facet'],
  [
    ListPledgesRequest,
    { facet: ['status', 'level', 'track', 'theme', 'missing', 'category', 'conference'] },
    'facet',
  ],
  [ListPledgesRequest, { facet: { a: 'status' } }, 'facet'],
  [ListPledgesRequest, { track: 'PCRS' }, 'track'],
  [ListPledgesRequest, { reference: '' }, 'reference'],
  [ListPledgesRequest, { reference: 'none' }, 'reference'],
  [ListPledgesRequest, { reference: id('one') }, 'reference'],
  [ListPledgesRequest, { reference: { a: '2021-seoul/KOR/INF-BN-7F3K2' } }, 'reference'],
  [
    ListPledgesRequest,
    { reference: Array.from({ length: 201 }, () => '2021-seoul/KOR/INF-BN-7F3K2') },
    'reference',
  ],
  [ListPledgesRequest, { announcedFrom: '2026' }, 'announcedFrom'],
  [ListPledgesRequest, { announcedTo: '2026-02-30' }, 'announcedTo'],
  [ListPledgesRequest, { dueFrom: ['2026-01-01', '2026-01-02'] }, 'dueFrom'],
  [ListPledgesRequest, { level: 'L4' }, 'level'],
  [ListPledgesRequest, { category: 'TANKS' }, 'category'],
  [ListPledgesRequest, { theme: { a: 'peace' } }, 'theme'],
  [ProgressRequest, { memberState: ['RWA', 'NOR'] }, 'memberState'],
  [ListPledgesRequest, { due: '2026-02-30' }, 'due'],
  [ListPledgesRequest, { due: '2026-W09' }, 'due'],
  [ListPledgesRequest, { limit: '0' }, 'limit'],
  [ListPledgesRequest, { limit: '201' }, 'limit'],
  [ListPledgesRequest, { limit: '1.5' }, 'limit'],
  [ListPledgesRequest, { limit: 'many' }, 'limit'],
  [ListPledgesRequest, { limit: '' }, 'limit'],
  [ListPledgesRequest, { cursor: 'x'.repeat(1001) }, 'cursor'],
  [ListPledgesRequest, { cursor: ['a', 'b'] }, 'cursor'],
  [ListPledgesRequest, { after: 'pledge-1' }, 'after'],
  [ListPledgesRequest, { after: 'pledge-1@-1' }, 'after'],
  [ListPledgesRequest, { after: `${after}9999999999` }, 'after'],
  [ListPledgesRequest, { after: 'river-1@1' }, 'after'],
  [ListPledgesRequest, { after: [after, after] }, 'after'],
  [ListPledgesRequest, { conference: '' }, 'conference'],
  [ListPledgesRequest, { memberState: { $ne: 1 } }, 'memberState'],
  [ListPledgesRequest, { memberState: 'x'.repeat(201) }, 'memberState'],
  [ProgressRequest, { memberState: '' }, 'memberState'],
  [ListPledgesRequest, { capabilityCode: 'inf-bn' }, 'capabilityCode'],
  [ListGapsRequest, { capabilityCode: 'TANK' }, 'capabilityCode'],
  [ListPledgesRequest, { colour: 'blue' }, 'colour'],
  [ProgressRequest, { limit: '5' }, 'limit'],
  [WorkQueueRequest, { kind: 'TEA' }, 'kind'],
  [WorkQueueRequest, { role: 'KING' }, 'role'],
  [ListGapsRequest, { fill: 'HALF' }, 'fill'],
  [ListVisitsRequest, { state: 'OPEN' }, 'state'],
])('%p refuses %j, naming %s', async (request, query, field) => {
  expect(Object.keys(await faultsOf(request, query))).toEqual([field]);
});

it('a value outside a closed list is told the list', async () => {
  expect((await faultsOf(ListPledgesRequest, { level: 'L4' })).level).toContain('L1, L2, L3, RDL');
  expect((await faultsOf(WorkQueueRequest, { kind: 'TEA' })).kind).toContain('VISIT_TO_SCHEDULE');
});

describe('ids in paths', () => {
  it.each(['1', id('one').toUpperCase(), `${id('one')}x`, '../etc', undefined])('%j is no id', (value) => {
    expect(() => uuid.transform(value, { data: 'gapId' })).toThrow('gapId must be a UUID');
  });
  it.each(['2021-Seoul', '', 'a'.repeat(61), '2021_seoul'])('%j is no code of a conference', (value) => {
    expect(() => conferenceCode.transform(value, { data: 'code' })).toThrow('code must be');
  });
  it('a sound one passes', () => {
    expect(uuid.transform(id('one'), { data: 'gapId' })).toBe(id('one'));
    expect(conferenceCode.transform('2021-seoul', { data: 'code' })).toBe('2021-seoul');
  });
});
