/**
 * The commands of what stands beside the pledges, in each of its states and for each reader: what a page offers is taken, what it says
 * is not possible now is refused in the same words, and what it says nothing of is not for him or changes nothing. Decision 62.
 * Long because each state of each thing is one step further in the same story.
 */
import { commandRoutes } from '@pledgeline/contracts';
import { asker, type Ask } from './testing/ask.ts';
import { exampleBody } from './testing/request-examples.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';
import { announcePromise } from './testing/implementation-steps.ts';
import { registerUnit } from './testing/unit-steps.ts';

interface Link {
  readonly command: string;
  readonly href: string;
}
interface Refused {
  readonly command: string;
  readonly code: string;
  readonly detail: string;
}
interface Page {
  readonly commands: readonly Link[];
  readonly notNow: readonly Refused[];
}
interface Who {
  readonly role: string;
  readonly state?: string;
  readonly body?: string;
}
type Ids = Readonly<Record<string, string>>;

let scenario: Scenario;
let ask: Ask;
/** Of each state that takes ideas up. */
let promises: Readonly<Record<string, string>>;
beforeAll(async () => {
  scenario = await startScenario('2026-11-20T12:00:00.000Z');
  ask = asker(scenario.url);
  promises = { RWA: await announced(), FRA: await announced('FRA') };
});
afterAll(() => scenario.close());

const announced = (state = 'RWA'): Promise<string> =>
  announcePromise(
    scenario,
    state,
    { category: 'UNIT', capabilityCode: 'INF-BN', quantity: '1', unit: 'unit', description: 'A battalion' },
    '2026-01-10',
  );

const REGISTERED = { capabilityCode: 'INF-BN' };

const READERS: readonly Who[] = [
  ...['DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'EVAL', 'ADMIN', 'AUDITOR', 'IMPL'].map((role) => ({
    role,
  })),
  { role: 'MS', state: 'RWA' },
  { role: 'MS', state: 'FRA' },
  { role: 'PARTNER', state: 'RWA' },
  { role: 'PARTNER', body: 'UNITAR' },
  { role: 'PARTNER' },
];

const headersOf = ({ role, state, body }: Who): Record<string, string> => ({
  'x-pledgeline-actor': [role, state, body].filter(Boolean).join('.').toLowerCase(),
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
  ...(body !== undefined && { 'x-pledgeline-body': body }),
});

const pathOf = (command: string): string => commandRoutes.find((one) => one.command === command)?.path ?? '';
const hrefOf = (command: string, ids: Ids): string =>
  pathOf(command).replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');

/** What its example says, with what suits the thing and the sender. */
const bodyOf = (command: string, { state = 'FRA', body }: Who, ids: Ids): Body => ({
  ...exampleBody(pathOf(command)),
  ...{ occurredOn: '2026-11-19', onBehalfOf: undefined },
  ...SUITED[command],
  ...(command === 'MakeOffer' && (body === undefined ? { memberState: state } : { memberState: null, body })),
  ...(command === 'RecordVisitOutcome' && { outcomes: [{ pledgeId: ids['unit'], outcome: 'SUCCESSFUL' }] }),
  ...(command === 'TakeUpIdea' && { pledgeId: promises[state] }),
});
const SUITED: Readonly<Record<string, Body>> = {
  ReviseGap: { number: 7, visibility: undefined },
  MakeOffer: { body: null, pledgeId: null, number: 2 },
  ChooseOffer: { number: 1 },
  PublishRequirementSet: { occurredOn: undefined },
  ConductVisit: { from: '2026-03-01', to: '2026-03-02', occurredOn: undefined },
  RecordVisitOutcome: { reportReference: 'R-1', occurredOn: '2026-03-03' },
};

const send = (command: string, href: string, who: Who, ids: Ids) =>
  ask(href, { method: 'POST', headers: headersOf(who), body: bodyOf(command, who, ids) });

const gap =
  (substitutes: readonly string[] = []) =>
  async (): Promise<Ids> => ({
    gapId: await scenario.as('MISSION').makes('/gaps', {
      ...{
        mission: 'MINUSCA',
        capabilityCode: 'INF-BN',
        substitutes,
        number: 1,
        unit: 'unit',
        priority: 'HIGH',
      },
    }),
  });
const held = async (): Promise<Ids> => {
  const ids = await gap()();
  const one = await announced();
  await registerUnit(scenario, one, { acknowledged: '2026-02-01', registered: '2026-02-02' }, REGISTERED);
  await scenario.as('SFGC').post(`/pledges/${one}/matches`, { gapId: ids['gapId'], quantity: 1 });
  await scenario.as('SFGC').until(`/gaps/${ids['gapId']}`, ({ reserved }) => reserved === 1);
  return ids;
};
const need =
  (whose: Body = { memberState: 'RWA' }) =>
  async (): Promise<Ids> => ({
    needId: await scenario.as('DESK').makes('/needs', {
      ...{ kind: 'TRAINING', text: 'Training', capabilityCode: 'MED-TRAINING', number: 2, ...whose },
    }),
  });
const withOffer = (whose: Body) => async (): Promise<Ids> => {
  const ids = await need()();
  await scenario.as('DESK').post(`/needs/${ids['needId']}/offers`, { text: 'Help', number: 2, ...whose });
  const { offers } = await scenario.as('DESK').get(`/needs/${ids['needId']}`);
  return { ...ids, offerId: String((offers as readonly Body[]).at(-1)?.['offerId']) };
};
const idea = (said: Body) => async (): Promise<Ids> => ({
  ideaId: await scenario.as('DESK').makes('/ideas', { kind: 'IDEA', text: 'A team', source: 'x', ...said }),
});
const visit = async (): Promise<Ids> => {
  const unit = await announced();
  await registerUnit(scenario, unit, { acknowledged: '2026-02-01', registered: '2026-02-02' }, REGISTERED);
  const planned = {
    purpose: 'AAV',
    memberState: 'RWA',
    from: '2026-03-01',
    to: '2026-03-02',
    mode: 'IN_PERSON',
  };
  return {
    unit,
    visitId: await scenario.as('SFGC').makes('/visits', { ...planned, units: [unit], team: ['lead'] }),
  };
};
const then =
  (begin: () => Promise<Ids>, ...acts: readonly (readonly [command: string, who: Who])[]) =>
  async (): Promise<Ids> => {
    const ids = await begin();
    for (const [command, who] of acts) {
      const reply = await send(command, hrefOf(command, ids), who, ids);
      if (reply.status >= 300) throw new Error(`${command}: ${JSON.stringify(reply.body)}`);
    }
    return ids;
  };

const [DESK, SFGC, MISSION]: readonly Who[] = [{ role: 'DESK' }, { role: 'SFGC' }, { role: 'MISSION' }];
const GAP = { path: '/gaps/{gapId}', all: ['ReviseGap', 'CloseGap'] };
const OFFER = ['ChooseOffer', 'DeclineOffer', 'WithdrawOffer'];
const NEED = { path: '/needs/{needId}', all: ['MakeOffer', 'CloseNeed'] };
const OFFERED = { path: '/needs/{needId}', all: [...NEED.all, ...OFFER] };
const IDEA = { path: '/ideas/{ideaId}', all: ['LogContact', 'TakeUpIdea', 'DropIdea'] };
const VISIT = { path: '/visits/{visitId}', all: ['ConductVisit', 'RecordVisitOutcome'] };
const MISSION_PAGE = {
  path: '/missions/{mission}',
  all: ['AddMissionAlias', 'ScheduleMissionClosure', 'ChangeHostConsent'],
};
const CONFERENCE = { path: '/conferences/{code}', all: ['ReviseConference'] };
const REQUIREMENTS = { path: '/requirement-sets/{code}', all: ['PublishRequirementSet'] };
const REGISTER = { path: '/registers/{register}', all: ['AddName'] };
/** Entered as its example says; a second time it changes nothing. */
const entered =
  (path: string, role: string): (() => Promise<Ids>) =>
  async () => {
    const said = exampleBody(path);
    await scenario.as(role).post(path, { ...said, onBehalfOf: undefined });
    return { code: String(said['code']) };
  };
const there = (ids: Ids) => (): Promise<Ids> => Promise.resolve(ids);
const FRANCE = { memberState: 'FRA' };

const things: readonly (readonly [string, { path: string; all: readonly string[] }, () => Promise<Ids>])[] = [
  ['a gap', GAP, gap()],
  ['a gap of two fields', GAP, gap(['FPU'])],
  ['a gap of which all is held', GAP, held],
  ['a closed gap', GAP, then(gap(), ['CloseGap', MISSION!])],
  ['a need of a state', NEED, need()],
  ['a need of a mission', NEED, need({ body: 'MINUSCA' })],
  ['a need of the police', NEED, need({ body: 'MINUSCA', kind: 'EXPERTISE', capabilityCode: 'SPT' })],
  ['a need with an offer', OFFERED, withOffer(FRANCE)],
  ['a need with an offer of a body', OFFERED, withOffer({ body: 'UNITAR' })],
  ['a need with a chosen offer', OFFERED, then(withOffer(FRANCE), ['ChooseOffer', DESK!])],
  ['a need with a declined offer', OFFERED, then(withOffer(FRANCE), ['DeclineOffer', DESK!])],
  ['a need with a withdrawn offer', OFFERED, then(withOffer(FRANCE), ['WithdrawOffer', DESK!])],
  ['a closed need with an offer', OFFERED, then(withOffer(FRANCE), ['CloseNeed', DESK!])],
  ['an idea of a state', IDEA, idea({ memberState: 'RWA' })],
  ['an idea of nobody yet', IDEA, idea({})],
  ['what is expected of a state', IDEA, idea({ memberState: 'RWA', kind: 'EXPECTED' })],
  ['an idea that was taken up', IDEA, then(idea({ memberState: 'RWA' }), ['TakeUpIdea', DESK!])],
  ['an idea that was dropped', IDEA, then(idea({ memberState: 'RWA' }), ['DropIdea', DESK!])],
  ['a planned visit', VISIT, visit],
  ['a visit that was held', VISIT, then(visit, ['ConductVisit', SFGC!])],
  ['a mission', MISSION_PAGE, there({ mission: 'MINUSCA' })],
  ['a conference', CONFERENCE, entered('/conferences', 'DESK')],
  ['a set of requirements', REQUIREMENTS, entered('/requirement-sets', 'SFGC')],
  ['a register', REGISTER, there({ register: 'centres' })],
  ['a register of what is part of the program', REGISTER, there({ register: 'measures' })],
  ['a visit with its outcome', VISIT, then(visit, ['ConductVisit', SFGC!], ['RecordVisitOutcome', SFGC!])],
];

const pageOf = async (path: string, ids: Ids, who: Who): Promise<Page | null> => {
  // Others wait for the last act first.
  await scenario.as('AUDITOR').get('/needs?limit=1');
  const reply = await ask(
    path.replace(/\{(\w+)\}/, (_, name: string) => ids[name] ?? ''),
    { headers: headersOf(who) },
  );
  return reply.status === 200 ? (reply.body as unknown as Page) : null;
};

/** Whose it is is asked after this: the open ones show it. */
const CLOSED: readonly unknown[] = ['GAP_CLOSED', 'NEED_CLOSED'];

describe.each(things)('%s', (_, { path, all }, make) => {
  it.each(READERS.map((who) => [Object.values(who).join(' '), who] as const))(
    'as %s reads it',
    async (_, who) => {
      let ids = await make();
      let page = await pageOf(path, ids, who);
      // Who may not read a thing is told nothing of what may be done about it, and may do nothing.
      const { commands, notNow } = page ?? { commands: [], notNow: [] };
      for (const { command, code, detail } of notNow) {
        const { status, body } = await send(command, hrefOf(command, ids), who, ids);
        expect([command, status, body['code'], body['detail']]).toEqual([command, 409, code, detail]);
      }
      const named = new Set([...commands, ...notNow].map(({ command }) => command));
      for (const command of all.filter((one) => page !== null && !named.has(one))) {
        const { status, body } = await send(command, hrefOf(command, ids), who, ids);
        const isNoop = status === 200 && body['revision'] === (page as unknown as Body)['revision'];
        const isShut = status === 403 || CLOSED.includes(body['code']);
        expect([command, isShut || isNoop, body['code']]).toEqual([command, true, body['code']]);
      }
      for (const { command } of commands) {
        const link = page?.commands.find((one) => one.command === command);
        const { status, body } = await send(command, link?.href ?? '', who, ids);
        expect([command, status < 300, body['code']]).toEqual([command, true, undefined]);
        ids = await make();
        page = await pageOf(path, ids, who);
      }
      expect(all).toEqual(expect.arrayContaining([...named]));
    },
  );
});
