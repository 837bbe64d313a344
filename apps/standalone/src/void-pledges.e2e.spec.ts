/**
 * A pledge that was entered by mistake is in no list and in no count: every question is asked of two logs, one of which has such
 * pledges. And nobody names one: accountability page, section 9. Long because whatever may name a pledge stands in it.
 */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '@pledgeline/contracts';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker, type Ask } from './testing/ask.ts';
import { everyQuestion } from './testing/every-question.ts';
import { hostStandalone, type Hosted } from './testing/host-standalone.ts';
import { headersOf } from './testing/prepared-servers.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const UNLIMITED = '1000000';
const folder = temporaryFolder();
const hosted = (name: string): Promise<Hosted> =>
  hostStandalone({
    PLEDGELINE_DATA: join(folder.path, name),
    PLEDGELINE_FIXED_TIME: NOW,
    PLEDGELINE_RATE_PER_ADDRESS: UNLIMITED,
    PLEDGELINE_RATE_PER_SUBJECT: UNLIMITED,
  });

const someone = (role: Caller['role'], state: string | null = null, subject = 'someone'): Caller => ({
  subject,
  role,
  state,
});
type Reply = Awaited<ReturnType<Ask>>;
const poster =
  (ask: Ask) =>
  (path: string, body: object, caller: Caller = someone('DESK')): Promise<Reply> =>
    ask(path, { method: 'POST', headers: headersOf(caller), body });
type Post = ReturnType<typeof poster>;

const done = (reply: Reply): Reply['body'] => {
  if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
  return reply.body;
};
const announced = async (post: Post, said: object): Promise<string> =>
  String(done(await post('/pledges', { source: 'Press', description: 'A promise', ...said })).location);

const UNIT = { memberState: 'RWA', category: 'UNIT', capabilityCode: 'INF-BN', quantity: 1, unit: 'unit' };
const MONEY = { category: 'FINANCE', capabilityCode: 'FIN-PBF', quantity: 10, unit: 'USD' };
const CONFERENCE = { conference: '2015-new-york' };
const NOT_OFFERED = { ...UNIT, ...CONFERENCE, quantity: 2, description: 'Battalions that nobody offered' };

/** Acknowledged and asked about, and then annulled by two officers. */
const voided = async (ask: Ask, pledge: string): Promise<void> => {
  const post = poster(ask);
  done(await post(`${pledge}/acknowledgement`, { acknowledgementReference: 'ACK-1' }));
  const question = { question: 'How many?', dueOn: '2026-11-30', blocking: true };
  done(await post(`${pledge}/clarifications`, question));
  const history = await ask(`${pledge}/history`, { headers: headersOf(someone('DESK')) });
  const [first] = history.body.items as readonly { readonly id: string }[];
  const asked = { annuls: first?.id, reason: 'Nobody offered it' };
  done(await post(`${pledge}/annulments`, asked, someone('ADMIN')));
  const { body } = await ask(pledge, { headers: headersOf(someone('ADMIN')) });
  const [annulment] = (body.internal as { readonly annulments: readonly { readonly annulmentId: string }[] })
    .annulments;
  const approval = `${pledge}/annulments/${annulment?.annulmentId ?? ''}/approval`;
  const { after } = done(await post(approval, {}, someone('ADMIN', null, 'another')));
  await ask(`/missions?after=${encodeURIComponent(String(after))}`, { headers: headersOf(someone('ADMIN')) });
};

const idIn = (pledge: string): string => pledge.replace('/pledges/', '');

let servers: readonly Hosted[] = [];
let base: readonly string[];
const voids: string[] = [];

beforeAll(async () => {
  const first = await hosted('without');
  const post = poster(asker(first.url));
  base = [
    await announced(post, { ...UNIT, ...CONFERENCE, description: 'A battalion' }),
    await announced(post, { memberState: 'NPL', ...MONEY }),
    await announced(post, { memberState: 'KOR', ...MONEY, ...CONFERENCE, quantity: 20 }),
  ];
  done(await post(`${base[0]!}/acknowledgement`, { acknowledgementReference: 'ACK-0' }));
  const gap = { mission: 'MINUSCA', capabilityCode: 'INF-BN', number: 2, unit: 'unit', priority: 'HIGH' };
  done(await post('/gaps', gap, someone('FGS')));
  await first.close();
  cpSync(join(folder.path, 'without'), join(folder.path, 'with'), { recursive: true });
  servers = [await hosted('without'), await hosted('with')];
  const ask = asker(servers[1]!.url);
  for (const said of [
    NOT_OFFERED,
    { ...UNIT, memberState: 'FJI', capabilityCode: 'FPU', quantity: 140, unit: 'police' },
    { memberState: 'NPL', ...MONEY, ...CONFERENCE, partners: ['KOR'], themes: ['wps'] },
    { memberState: 'FJI', category: 'TRAINING', capabilityCode: 'TRG-COURSE', quantity: 4, unit: 'courses' },
  ]) {
    const pledge = await announced(poster(ask), said);
    voids.push(pledge);
    await voided(ask, pledge);
  }
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  folder.remove();
});

const answerOf = async ({ url }: Hosted, reader: Caller, question: string): Promise<string> => {
  const reply = await fetch(url + question, { headers: headersOf(reader) });
  const text = await reply.text();
  if (reply.headers.get('content-type')?.includes('json') !== true) return text;
  const { instance: _, ...body } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return JSON.stringify([reply.status, body]);
};

it.each([someone('DESK'), someone('PUBLIC'), someone('MS', 'RWA'), someone('MS', 'FJI'), someone('IMPL')])(
  'no list and no count of $role of $state has it',
  async (reader) => {
    const questions = everyQuestion({ pledgeId: base.map(idIn), edition: ['2021-06-01'] });
    const found: string[] = [];
    const asked = questions.filter(
      (question, n) => reader.role === 'DESK' || n % 4 === 0 || !question.includes('='),
    );
    for (const question of asked) {
      const [without, beside] = await Promise.all(
        servers.map((server) => answerOf(server, reader, question)),
      );
      if (without !== beside) found.push(question);
    }
    expect(found).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  },
);

it('a rebuild changes nothing, and a server that reads the log anew answers alike', async () => {
  const ask = asker(servers[1]!.url);
  const path = '/operations/read-models/rebuild';
  const rebuilt = await ask(path, { method: 'POST', headers: headersOf(someone('ADMIN')), body: {} });
  expect(rebuilt).toMatchObject({ status: 200, body: { corrected: 0 } });
  // The log with what was not merged into its file yet, and no read model.
  for (const file of ['events.sqlite', 'events.sqlite-wal'])
    cpSync(join(folder.path, 'with', file), join(folder.path, 'anew', file));
  const anew = await hosted('anew');
  const { events } = (await ask('/operations/read-models', { headers: headersOf(someone('ADMIN')) })).body;
  await eventually(async () => {
    const status = await asker(anew.url)('/operations/read-models', { headers: headersOf(someone('ADMIN')) });
    return status.body.events === events;
  });
  const ids = [...base, ...voids].map(idIn);
  const asked = everyQuestion({ pledgeId: ids, edition: ['2021-06-01'] }).filter((_, n) => n % 2 === 0);
  const found: string[] = [];
  for (const question of asked) {
    const answers = await Promise.all(
      [servers[1]!, anew].map((server) => answerOf(server, someone('DESK'), question)),
    );
    if (answers[0] !== answers[1]) found.push(question);
  }
  await anew.close();
  expect(found).toEqual([]);
});

it('each has a page, by its id and by its reference, and nothing to be done', async () => {
  const ask = asker(servers[1]!.url);
  for (const pledge of voids) {
    for (const reader of [someone('PUBLIC'), someone('DESK'), someone('MS', 'FJI')]) {
      const { status, body } = await ask(pledge, { headers: headersOf(reader) });
      expect([status, body.status, body.commands]).toEqual([200, 'VOID', []]);
      const named = await ask(`/pledges/${encodeURIComponent(String(body.reference))}`, {
        headers: headersOf(reader),
      });
      expect([named.status, named.body.pledgeId]).toEqual([200, body.pledgeId]);
    }
  }
});

describe('nobody names it', () => {
  const other = () => base[0]!;
  const named = () => idIn(voids[0]!);
  const refused = async (path: string, body: object, caller?: Caller) => {
    const reply = await poster(asker(servers[1]!.url))(path, body, caller);
    return [reply.status, reply.body.code, reply.body.field];
  };

  it('as the pledge that another renews, updates or is a part of', async () => {
    for (const standing of ['RENEWED', 'UPDATED']) {
      const said = { ...UNIT, source: 'S', description: `${standing} again`, standing, renews: named() };
      expect(await refused('/pledges', said)).toEqual([409, 'PLEDGE_VOID', 'renews']);
    }
    const part = { ...UNIT, source: 'S', description: 'A platoon of it', terms: { partOfUnit: named() } };
    expect(await refused('/pledges', part)).toEqual([409, 'PLEDGE_VOID', 'terms.partOfUnit']);
  });

  it('as a total', async () => {
    const total = { totalId: named(), kind: 'CEILING' };
    expect(await refused(`${other()}/total`, total)).toEqual([409, 'PLEDGE_VOID', 'totalId']);
  });

  it('as the offer that another repeats', async () => {
    const decision = { decision: 'REPEAT', repeats: named(), reason: 'The same' };
    expect(await refused(`${other()}/repeat-decision`, decision)).toEqual([409, 'PLEDGE_VOID', 'repeats']);
  });

  it('as what came of an idea', async () => {
    const ask = asker(servers[1]!.url);
    const raised = await poster(ask)('/ideas', {
      kind: 'IDEA',
      memberState: 'RWA',
      text: 'A battalion',
      source: 'A talk',
    });
    const idea = String(done(raised).location);
    expect(await refused(`${idea}/take-up`, { pledgeId: named() })).toEqual([409, 'PLEDGE_VOID', 'pledgeId']);
  });

  it('for a visit, a match or a merger', async () => {
    const visit = {
      purpose: 'AAV',
      memberState: 'RWA',
      from: '2026-12-01',
      to: '2026-12-02',
      mode: 'REMOTE',
    };
    const sfgc = someone('SFGC');
    expect((await refused('/visits', { ...visit, units: [named()] }, sfgc))[0]).toBe(409);
    const { body } = await asker(servers[1]!.url)('/gaps', { headers: headersOf(sfgc) });
    const [gap] = body.items as readonly { readonly gapId: string }[];
    const match = await refused(`${voids[0]!}/matches`, { gapId: gap?.gapId, quantity: 1 }, sfgc);
    expect(match).toEqual([409, 'WRONG_ORDER', undefined]);
    const merger = {
      ...{ mergeId: idIn(base[1]!), others: [named()], capabilityCode: 'INF-BN', quantity: 1, unit: 'unit' },
      description: 'A joint battalion',
    };
    expect((await refused(`${other()}/merger`, merger))[0]).toBe(409);
  });

  it('in a row of a file, which says which pledge it is', async () => {
    const row = { ...NOT_OFFERED, source: 'Press' };
    expect(await refused('/pledges', row)).toEqual([409, 'PLEDGE_VOID', 'pledgeId']);
    expect(await refused('/pledges', { ...row, pledge: named() })).toEqual([409, 'PLEDGE_VOID', 'pledgeId']);
  });
});

it('the command line tells its history as struck, and what a file says of it as refused', async () => {
  const { url } = servers[1]!;
  const args = ['--url', url, '--actor', 'pledge.desk'];
  const { out } = await runCli(['history', idIn(voids[0]!), ...args]);
  const lines = out.split('\n').map((line) => line.trim());
  const struck = 'struck on 2026-11-20: counts as if it had never been (Nobody offered it)';
  for (const type of ['PledgeAnnounced', 'PledgeAcknowledged', 'ClarificationRequested']) {
    expect([type, lines[lines.findIndex((line) => line.includes(type)) + 1]]).toEqual([type, struck]);
  }
  const path = join(folder.path, 'rows.csv');
  writeFileSync(
    path,
    'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source\n' +
      '2015-new-york,RWA,,UNIT,INF-BN,2,unit,Battalions that nobody offered,,,,Press\n' +
      '2015-new-york,Ghana,GHA,UNIT,INF-BN,1,unit,A battalion of another,,,,Press\n',
  );
  const imported = await runCli(['import', path, '--json', ...args]);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.out)).toMatchObject({ read: 2, added: 1, rejected: 1 });
  expect(imported.err).toMatch(/PLEDGE_VOID|entered by mistake and annulled/);
});

it('the same offer in other words goes in', async () => {
  const said = { ...NOT_OFFERED, source: 'Note verbale 12', description: 'Two battalions after all' };
  const { status, body } = await poster(asker(servers[1]!.url))('/pledges', said);
  expect([status, body.code]).toEqual([201, undefined]);
});

it('what was counted against it counts as it is', async () => {
  const ask = asker(servers[1]!.url);
  const post = poster(ask);
  const reports = ['/reports/capabilities', '/reports/money', '/reports/progress', '/reports/states'];
  // Figures are kept for a moment by question: each time the state has another name.
  const figures = async (state: string) => {
    const answers: unknown[] = [];
    for (const report of reports) {
      const { body } = await ask(`${report}?memberState=${state}`, { headers: headersOf(someone('DESK')) });
      answers.push(body.overall, body.groups);
    }
    // The addresses of what is counted name it by its code.
    return JSON.parse(JSON.stringify(answers).replaceAll('memberState=BGD', '')) as unknown;
  };
  const troops = { ...UNIT, memberState: 'BGD', quantity: 200, unit: 'troops' };
  const part = await announced(post, troops);
  const funds = await announced(post, { memberState: 'BGD', ...MONEY });
  const alone = await figures('BGD');
  const total = await announced(post, { ...troops, quantity: 600, description: 'Up to 600' });
  const purse = await announced(post, {
    memberState: 'BGD',
    ...MONEY,
    quantity: 50,
    description: 'Up to 50',
  });
  done(await post(`${part}/total`, { totalId: idIn(total), kind: 'CEILING' }));
  done(await post(`${funds}/total`, { totalId: idIn(purse), kind: 'PACKAGE' }));
  expect(await figures('bgd')).not.toEqual(alone);
  await voided(ask, total);
  await voided(ask, purse);
  expect(await figures('Bangladesh')).toEqual(alone);
});
