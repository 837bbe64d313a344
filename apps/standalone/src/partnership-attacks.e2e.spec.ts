/**
 * Each who has no say in a partnership tries each command of it, at the real process: accountability page, section 6. The table says
 * what is answered; afterwards the history of the pledge is as it was.
 */
import { proposalsOn } from './testing/a-partner.ts';
import { asker } from './testing/ask.ts';
import { announcePromise } from './testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';

let scenario: Scenario;
/** Norway leads a rotation with Serbia; Poland is invited, Spain asks, Kenya is only named, UNITAR is invited. */
let pledge: string;
let byParty: ReadonlyMap<unknown, string>;

const part = { role: 'UNIT', from: '2030-01-01' };
const transport = { category: 'ENABLER', capabilityCode: 'FW-TRANSPORT', description: 'Transport aircraft' };
const rotation = async (lead: string, partner: string, partners: readonly string[] = []): Promise<string> => {
  const pledgeId = await announcePromise(scenario, lead, { ...transport, partners }, '2026-11-02');
  const at = `/pledges/${pledgeId}`;
  await scenario.as('MS', lead).post(`${at}/partnership`, { kind: 'ROTATION' });
  await scenario.as('MS', partner).post(`${at}/partners`, { ...part, state: partner });
  const [{ proposalId } = {}] = proposalsOn(await scenario.as('MS', lead).get(at));
  const confirmed = { state: partner, role: 'UNIT', proposalId };
  await scenario.as('MS', lead).post(`${at}/partners/confirmations`, confirmed);
  return at;
};

beforeAll(async () => {
  scenario = await startScenario();
  pledge = await rotation('NOR', 'SRB', ['Kenya']);
  await rotation('NLD', 'BRA');
  const norway = scenario.as('MS', 'NOR');
  await norway.post(`${pledge}/partners/invitations`, { ...part, state: 'POL' });
  await norway.post(`${pledge}/partners/invitations`, { ...part, body: 'UNITAR' });
  await scenario.as('MS', 'ESP').post(`${pledge}/partners`, { ...part, state: 'ESP' });
  byParty = new Map(
    proposalsOn(await norway.get(pledge)).map(({ state, body, proposalId }) => [
      state ?? body,
      String(proposalId),
    ]),
  );
});
afterAll(() => scenario.close());

interface Sender {
  readonly role: string;
  readonly state?: string;
  readonly body?: string;
}

const ATTACKERS: Readonly<Record<string, Sender>> = {
  'another state': { role: 'MS', state: 'GHA' },
  'a partner of another pledge': { role: 'PARTNER', state: 'BRA' },
  'the lead of another pledge': { role: 'MS', state: 'NLD' },
  'a state that is only named': { role: 'MS', state: 'KEN' },
  'a partner in it that does not lead': { role: 'MS', state: 'SRB' },
  'another body': { role: 'PARTNER', body: 'UNDP' },
  'a partner for nobody': { role: 'PARTNER' },
  'an implementing body': { role: 'IMPL' },
  'a mission': { role: 'MISSION' },
  'an auditor': { role: 'AUDITOR' },
  'the public': { role: 'PUBLIC' },
};

const leaving = { role: 'UNIT', reason: 'x' };
const turns = [
  { state: 'NOR', from: '2030-01-01', to: '2030-06-30' },
  { state: 'SRB', from: '2030-07-01', to: '2030-12-31' },
];
const answerTo = (party: string, how: string) => `/partners/proposals/${byParty.get(party) ?? ''}/${how}`;

/** Each names another than its sender, or what the lead alone may do. */
const COMMANDS: Readonly<Record<string, () => readonly [string, Body]>> = {
  DeclarePartnership: () => ['/partnership', { kind: 'JOINT_DEPLOYMENT' }],
  'JoinPartnership for another': () => ['/partners', { ...part, state: 'ITA' }],
  InvitePartner: () => ['/partners/invitations', { ...part, state: 'ITA' }],
  'AcceptInvitation of a state': () => [answerTo('POL', 'acceptance'), {}],
  'AcceptInvitation of a body': () => [answerTo('UNITAR', 'acceptance'), {}],
  ConfirmPartner: () => [
    '/partners/confirmations',
    { state: 'ESP', role: 'UNIT', proposalId: byParty.get('ESP') },
  ],
  'DeclinePartner of a state': () => [answerTo('POL', 'refusal'), { reason: 'x' }],
  'DeclinePartner of a body': () => [answerTo('UNITAR', 'refusal'), { reason: 'x' }],
  'PartFromPartner of another': () => ['/partners/partings', { ...leaving, state: 'SRB' }],
  'LeavePartnership for the lead': () => ['/partners/departures', { ...leaving, state: 'NOR' }],
  NameLead: () => ['/lead', { lead: 'SRB', consentReference: 'Made up' }],
  AgreeTurns: () => ['/turns', { turns }],
};

const sent = async ({ role, state, body }: Sender, command: string) => {
  const [path, said] = COMMANDS[command]!();
  const headers = {
    'x-pledgeline-actor': 'an.attacker',
    'x-pledgeline-role': role,
    ...(state !== undefined && { 'x-pledgeline-state': state }),
    ...(body !== undefined && { 'x-pledgeline-body': body }),
  };
  const answer = await asker(scenario.url)(pledge + path, { method: 'POST', headers, body: said });
  return answer.status < 300 ? answer.status : `${answer.status} ${String(answer.body.code)}`;
};

const historyNow = async (): Promise<readonly Body[]> =>
  (await scenario.as('DESK').get(`${pledge}/history?limit=200`)).items as readonly Body[];

const pairs = Object.keys(ATTACKERS).flatMap((who) =>
  Object.keys(COMMANDS).map((command) => [who, command] as const),
);

it.each(pairs)('%s: %s is forbidden', async (who, command) => {
  const before = await historyNow();
  expect(await sent(ATTACKERS[who]!, command)).toBe('403 FORBIDDEN');
  expect(await historyNow()).toEqual(before);
});

it('a stranger who asks for a part of its own has asked, and carries and reads nothing by that', async () => {
  const ghana = scenario.as('MS', 'GHA');
  await ghana.post(`${pledge}/partners`, { ...part, state: 'GHA' });
  const page = await ghana.get(pledge);
  expect([page.internal, proposalsOn(page).map(({ state }) => state)]).toEqual([null, ['GHA']]);
  expect((page.credits as readonly Body[]).map(({ state }) => state)).toEqual(['NOR', 'SRB', 'KEN']);
});

/** It acts for the lead, and says how the lead agreed; for those who join it records their paper, and so never here. */
const BY_THE_DESK: Readonly<Record<string, number | string>> = {
  'JoinPartnership for another': '403 FORBIDDEN',
  InvitePartner: '422 TEXT_MISSING',
  'AcceptInvitation of a state': '403 FORBIDDEN',
  'AcceptInvitation of a body': '403 FORBIDDEN',
  ConfirmPartner: '422 TEXT_MISSING',
  'DeclinePartner of a state': '422 TEXT_MISSING',
  'DeclinePartner of a body': '422 TEXT_MISSING',
  'PartFromPartner of another': '422 TEXT_MISSING',
  'LeavePartnership for the lead': '403 FORBIDDEN',
};

it.each(Object.entries(BY_THE_DESK))(
  'the desk, without a word of the lead: %s is %s',
  async (command, answer) => {
    const before = await historyNow();
    expect(await sent({ role: 'DESK' }, command)).toBe(answer);
    expect(await historyNow()).toEqual(before);
  },
);

it.each(['AgreeTurns', 'NameLead', 'DeclarePartnership'])('the desk: %s is its to do', async (command) => {
  const before = await historyNow();
  expect(await sent({ role: 'DESK' }, command)).toBe(200);
  expect(await historyNow()).toHaveLength(before.length + 1);
});
