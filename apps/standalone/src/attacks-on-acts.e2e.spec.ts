/**
 * Everybody tries everything that may be done about acts for others and annulments: accountability page, sections 8 and 9. What is
 * expected stands in the tables, by hand. Each cell has a pledge of its own. Long because it names everybody and everything.
 */
import { asker, type Ask } from './testing/ask.ts';
import { hostStandalone, type Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const UNLIMITED = '1000000';
const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
beforeAll(async () => {
  server = await hostStandalone({
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_RATE_PER_ADDRESS: UNLIMITED,
    PLEDGELINE_RATE_PER_SUBJECT: UNLIMITED,
  });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

/** Who tries: person, role, state. The first officer of the desk recorded the act, the first of records asked for the annulment. */
const PEOPLE: Readonly<Record<string, readonly [person: string, role: string, state?: string]>> = {
  'the public': ['nobody', 'PUBLIC'],
  'a subscriber of the state': ['a.system', 'SUBSCRIBER', 'RWA'],
  'the state': ['focal.point', 'MS', 'RWA'],
  'another state': ['other.point', 'MS', 'KOR'],
  'the state as a partner': ['a.partner', 'PARTNER', 'RWA'],
  'another partner': ['other.partner', 'PARTNER', 'KOR'],
  'a body as a partner': ['a.body', 'PARTNER'],
  'an implementing body': ['a.fund', 'IMPL'],
  'who recorded it': ['desk.one', 'DESK'],
  'who recorded it, as FGS': ['desk.one', 'FGS'],
  'who recorded it, as a records officer': ['desk.one', 'ADMIN'],
  'another of the desk': ['desk.two', 'DESK'],
  SFGC: ['an.officer', 'SFGC'],
  FGS: ['an.officer', 'FGS'],
  PD: ['an.officer', 'PD'],
  DOS: ['an.officer', 'DOS'],
  MISSION: ['an.officer', 'MISSION'],
  EVAL: ['an.officer', 'EVAL'],
  'a records officer': ['records.one', 'ADMIN'],
  'another records officer': ['records.two', 'ADMIN'],
  'an auditor': ['an.auditor', 'AUDITOR'],
};
type Who = keyof typeof PEOPLE;

const headersOf = (who: Who) => {
  const [person, role, state] = PEOPLE[who]!;
  return {
    'x-pledgeline-actor': person,
    'x-pledgeline-role': role,
    ...(state !== undefined && { 'x-pledgeline-state': state }),
  };
};
const post = (who: Who, path: string, body: object) =>
  ask(path, { method: 'POST', headers: headersOf(who), body });
const done = async (who: Who, path: string, body: object) => {
  const reply = await post(who, path, body);
  if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
  return reply.body;
};

const paper = { reference: 'Note verbale 88/2026', date: '2026-01-12' };
const forRwanda = { state: 'RWA', paper };
const KINDS = {
  military: { category: 'UNIT', capabilityCode: 'INF-BN', quantity: 1, unit: 'unit' },
  police: { category: 'UNIT', capabilityCode: 'FPU', quantity: 140, unit: 'police' },
  money: { category: 'FINANCE', capabilityCode: 'FIN-PBF', quantity: 10, unit: 'USD' },
};
let offers = 0;
const announced = async (kind: keyof typeof KINDS = 'military'): Promise<string> => {
  const said = { memberState: 'RWA', description: `Offer ${(offers += 1)}`, source: 'A speech' };
  const more = { additional: true, additionalReason: `One of several: ${offers}` };
  return String((await done('the state', '/pledges', { ...said, ...KINDS[kind], ...more })).location);
};
interface Past {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
}
const historyOf = async (pledge: string, who: Who = 'an auditor'): Promise<readonly Past[]> =>
  (await ask(`${pledge}/history?limit=200`, { headers: headersOf(who) })).body.items as readonly Past[];
const lastOf = async (pledge: string, type: string): Promise<Past> =>
  (await historyOf(pledge)).findLast((event) => event.type === type)!;

const condition = { text: 'Vehicles are given', onBehalfOf: forRwanda };
const withdrawal = { reason: 'Needed at home', onBehalfOf: forRwanda };
const recorded = async (): Promise<string> => {
  const pledge = await announced();
  await done('who recorded it', `${pledge}/conditions`, condition);
  return pledge;
};
const objectionTo = async (): Promise<string> => {
  const pledge = await recorded();
  return `${pledge}/acts/${(await lastOf(pledge, 'ActRecorded')).data.actId ?? ''}/objection`;
};
const proposed = async (): Promise<string> => {
  const pledge = await announced();
  await done('who recorded it', `${pledge}/withdrawal`, withdrawal);
  return `${pledge}/acts/${(await lastOf(pledge, 'ActProposed')).data.actId ?? ''}`;
};
const annulmentOf = async (pledge: string): Promise<string> => {
  const { id } = await lastOf(pledge, 'ConditionDeclared');
  await done('a records officer', `${pledge}/annulments`, { annuls: id, reason: 'Of another pledge' });
  return `${pledge}/annulments/${(await lastOf(pledge, 'AnnulmentProposed')).data.annulmentId ?? ''}`;
};
/** Of a condition that the state itself declared. */
const annulment = async (): Promise<string> => {
  const pledge = await announced();
  await done('the state', `${pledge}/conditions`, { text: 'Water is given' });
  return annulmentOf(pledge);
};

const objection = { wholeAct: true, reason: 'Nobody wrote that' };
const FORBIDDEN = '403 FORBIDDEN';
const SAME_PERSON = '403 SAME_PERSON';
const OFFICERS_OF_THE_UNIT = {
  'another of the desk': '200',
  SFGC: '200',
  FGS: '200',
} as const;

/** What each may do; whoever is not named is refused as FORBIDDEN. */
const TABLE: readonly (readonly [
  what: string,
  attempt: () => Promise<readonly [path: string, body: object]>,
  expected: Readonly<Partial<Record<Who, string>>>,
])[] = [
  [
    'record an act of the state',
    async () => [`${await announced()}/conditions`, condition],
    { ...OFFICERS_OF_THE_UNIT, 'who recorded it': '200', 'who recorded it, as FGS': '200' },
  ],
  [
    'record an act for a police unit',
    async () => [`${await announced('police')}/conditions`, condition],
    { 'who recorded it': '200', 'another of the desk': '200', SFGC: '200', PD: '200' },
  ],
  [
    'record an act for what is no unit',
    async () => [`${await announced('money')}/conditions`, condition],
    { 'who recorded it': '200', 'another of the desk': '200' },
  ],
  [
    'record an act of a state without a part',
    async () => [`${await announced()}/conditions`, { ...condition, onBehalfOf: { state: 'KOR', paper } }],
    {},
  ],
  [
    'record an act of a body without a part',
    async () => [`${await announced()}/conditions`, { ...condition, onBehalfOf: { body: 'ACME', paper } }],
    {},
  ],
  [
    'act as the state without a paper',
    async () => [`${await announced()}/conditions`, { text: 'Vehicles are given' }],
    { 'the state': '200' },
  ],
  [
    'approve an act',
    async () => [`${await proposed()}/approval`, {}],
    { ...OFFICERS_OF_THE_UNIT, 'who recorded it': SAME_PERSON, 'who recorded it, as FGS': SAME_PERSON },
  ],
  [
    'turn an act down',
    async () => [`${await proposed()}/rejection`, { reason: 'Another pledge' }],
    { ...OFFICERS_OF_THE_UNIT, 'who recorded it': '200', 'who recorded it, as FGS': '200' },
  ],
  ['object to an act', async () => [await objectionTo(), objection], { 'the state': '200' }],
  [
    'object to an act that waits',
    async () => [`${await proposed()}/objection`, objection],
    { 'the state': '200' },
  ],
  [
    'record an objection of the state',
    async () => [await objectionTo(), { ...objection, onBehalfOf: forRwanda }],
    { ...OFFICERS_OF_THE_UNIT, 'who recorded it': SAME_PERSON, 'who recorded it, as FGS': SAME_PERSON },
  ],
  [
    'record an objection of another state',
    async () => [await objectionTo(), { ...objection, onBehalfOf: { state: 'KOR', paper } }],
    {},
  ],
  [
    'ask for an annulment',
    async () => {
      const pledge = await recorded();
      return [
        `${pledge}/annulments`,
        { annuls: (await lastOf(pledge, 'ConditionDeclared')).id, reason: 'Of another pledge' },
      ];
    },
    {
      'who recorded it, as a records officer': '200',
      'a records officer': '200',
      'another records officer': '200',
    },
  ],
  [
    'make an annulment',
    async () => [`${await annulment()}/approval`, {}],
    {
      'who recorded it, as a records officer': '200',
      'a records officer': SAME_PERSON,
      'another records officer': '200',
    },
  ],
  [
    'make an annulment of what one recorded',
    async () => [`${await annulmentOf(await recorded())}/approval`, {}],
    {
      'who recorded it, as a records officer': SAME_PERSON,
      'a records officer': SAME_PERSON,
      'another records officer': '200',
    },
  ],
  [
    'turn an annulment down',
    async () => [`${await annulment()}/rejection`, { reason: 'It is ours' }],
    {
      'who recorded it, as a records officer': '200',
      'a records officer': '200',
      'another records officer': '200',
    },
  ],
  [
    'turn down the annulment that a state asks for by its objection',
    async () => {
      const path = await objectionTo();
      await done('the state', path, objection);
      const [pledge = ''] = path.split('/acts/');
      const { annulmentId } = (await lastOf(pledge, 'AnnulmentProposed')).data;
      return [`${pledge}/annulments/${annulmentId ?? ''}/rejection`, { reason: 'It is theirs' }];
    },
    {
      'who recorded it, as a records officer': SAME_PERSON,
      'a records officer': '200',
      'another records officer': '200',
    },
  ],
];

describe.each(TABLE)('%s', (_, attempt, expected) => {
  it.each(Object.keys(PEOPLE))('%s', async (who) => {
    const [path, body] = await attempt();
    const before = (await historyOf(path.split('/').slice(0, 3).join('/'))).length;
    const { status, body: answer } = await post(who, path, body);
    const outcome = status === 201 || status === 200 ? '200' : `${status} ${String(answer.code)}`;
    expect(outcome).toBe(expected[who] ?? FORBIDDEN);
    const after = (await historyOf(path.split('/').slice(0, 3).join('/'))).length;
    expect(after > before).toBe(outcome === '200');
  });
});

describe('what nobody records for others', () => {
  it.each(['who recorded it', 'another of the desk', 'SFGC', 'a records officer', 'the state'])(
    '%s',
    async (who) => {
      const act = await proposed();
      const struck = await annulment();
      for (const [path, body] of [
        [`${act}/approval`, {}],
        [`${act}/rejection`, { reason: 'No' }],
        [`${struck}/approval`, {}],
        [`${struck}/rejection`, { reason: 'No' }],
      ] as const) {
        const { status } = await post(who, path, { ...body, onBehalfOf: forRwanda });
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      }
    },
  );
});

describe('the paper of an act', () => {
  const READ: readonly Who[] = [
    'the state',
    'the state as a partner',
    'who recorded it',
    'who recorded it, as FGS',
    'who recorded it, as a records officer',
    'another of the desk',
    'SFGC',
    'FGS',
    'PD',
    'DOS',
    'MISSION',
    'EVAL',
    'a records officer',
    'another records officer',
    'an auditor',
  ];

  it.each(Object.keys(PEOPLE))('is read by the state and the Secretariat alone: %s', async (who) => {
    const pledge = await recorded();
    const page = await ask(pledge, { headers: headersOf(who) });
    const said = JSON.stringify([await historyOf(pledge, who), page.body]);
    expect(said.includes(paper.reference)).toBe(READ.includes(who));
    // Names of persons are for the Secretariat.
    const isOfficer = READ.includes(who) && !who.startsWith('the state');
    expect(said.includes('desk.one')).toBe(isOfficer);
  });
});

it('of what is not there everybody learns the same', async () => {
  const pledge = await announced();
  const nowhere = '00000000-0000-4000-8000-000000000001';
  for (const path of [`${pledge}/acts/${nowhere}`, `/pledges/${nowhere}/acts/${nowhere}`]) {
    for (const who of ['another of the desk', 'SFGC'])
      expect((await post(who, `${path}/approval`, {})).status).toBe(404);
    for (const who of ['the public', 'another state', 'an auditor'])
      expect([403, 404]).toContain((await post(who, `${path}/objection`, objection)).status);
  }
});
