/**
 * A partnership over HTTP, in the words of accountability page, section 6: who is invited, declined, confirmed, named, parted from.
 */
import { proposalsOn } from '../testing/a-partner.ts';
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { asker } from '../testing/ask.ts';
import { figuresOf } from '../testing/figures.ts';
import { hostStandalone } from '../testing/host-standalone.ts';
import { announcePromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const PART = { role: 'TRAINING', from: '2030-01-01' };
const typesOf = async (pledge: string): Promise<readonly unknown[]> =>
  ((await scenario.as('DESK').get(`${pledge}/history?limit=200`)).items as Body[]).map(({ type }) => type);
const tasksOf = async (voice: Voice, pledgeId: string): Promise<readonly Body[]> =>
  ((await voice.get('/work-queue?limit=200')).items as Body[]).filter((task) => task.pledgeId === pledgeId);
const kindsOf = async (voice: Voice, pledgeId: string) =>
  (await tasksOf(voice, pledgeId)).map(({ kind }) => kind);
const linksOf = async (voice: Voice, pledge: string) =>
  ((await voice.get(pledge)).commands as Body[]).map(({ command }) => command);
const hrefOf = ({ next }: Body, command: string): string =>
  String((next as Body[]).find((link) => link.command === command)?.href);

const mentored = async (partners: readonly string[] = []): Promise<string> => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-MENTORING', description: 'A mentored battalion' };
  const pledgeId = await announcePromise(scenario, 'FRA', { ...said, partners }, '2026-11-02');
  await scenario.as('MS', 'FRA').post(`/pledges/${pledgeId}/partnership`, { kind: 'TRAIN_EQUIP_MENTOR' });
  return pledgeId;
};

it('the invited state finds the invitation in its queue, and declines it; then it is in none', async () => {
  const pledgeId = await mentored();
  const pledge = `/pledges/${pledgeId}`;
  const [france, senegal, ghana] = ['FRA', 'SEN', 'GHA'].map((state) => scenario.as('MS', state)) as [
    Voice,
    Voice,
    Voice,
  ];
  await france.post(`${pledge}/partners/invitations`, { ...PART, state: 'Senegal', part: 'MENTOR' });
  const [task, ...others] = await tasksOf(senegal, pledgeId);
  expect([task?.kind, others]).toEqual(['INVITATION_TO_ANSWER', []]);
  expect((task?.next as Body[]).map(({ command }) => command)).toEqual([
    'AcceptInvitation',
    'DeclinePartner',
  ]);
  expect(await tasksOf(ghana, pledgeId)).toEqual([]);
  for (const voice of [ghana, scenario.as('PARTNER', 'GHA')])
    expect(await linksOf(voice, pledge)).toEqual(
      expect.not.arrayContaining(['AcceptInvitation', 'DeclinePartner']),
    );
  expect(await linksOf(france, pledge)).not.toContain('AcceptInvitation');
  expect(await linksOf(senegal, pledge)).toEqual(
    expect.arrayContaining(['AcceptInvitation', 'DeclinePartner']),
  );

  await senegal.post(hrefOf(task!, 'DeclinePartner'), { reason: 'No trainer is free' });
  expect(await tasksOf(senegal, pledgeId)).toEqual([]);
  const late = await senegal.isRefused(hrefOf(task!, 'AcceptInvitation'), {});
  expect(late).toMatchObject({ status: 409, code: 'PROPOSAL_CLOSED', outcome: 'PARTNER' });
  expect((await typesOf(pledge)).at(-1)).toBe('PartnerProposalEnded');
});

it('a body without a state accepts by its own hand, and no other body does', async () => {
  const pledgeId = await mentored();
  const pledge = `/pledges/${pledgeId}`;
  const invited = { ...PART, body: 'UNITAR', part: 'MENTOR' };
  await scenario.as('MS', 'FRA').post(`${pledge}/partners/invitations`, invited);
  const [{ proposalId } = {}] = proposalsOn(await scenario.as('MS', 'FRA').get(pledge));
  const send = asker(scenario.url);
  const accepted = async (body?: string) => {
    const named = body === undefined ? {} : { 'x-pledgeline-body': body };
    const headers = { 'x-pledgeline-actor': 'a.body', 'x-pledgeline-role': 'PARTNER', ...named };
    const path = `${pledge}/partners/proposals/${String(proposalId)}/acceptance`;
    return (await send(path, { method: 'POST', headers, body: {} })).status;
  };
  expect([await accepted(), await accepted('UNDP'), await accepted('unitar')]).toEqual([403, 403, 200]);
  expect((await scenario.as('PUBLIC').get(pledge)).credits).toContainEqual({
    ...{ state: null, body: 'UNITAR', role: 'MENTOR', basis: 'CONFIRMED', counted: true },
  });
});

it('four desks of the lead confirm one request at once: one does, and it joins once', async () => {
  const pledgeId = await mentored();
  const pledge = `/pledges/${pledgeId}`;
  const asks = { ...PART, state: 'DEU', part: 'EQUIPPER' };
  await scenario.as('MS', 'DEU').post(`${pledge}/partners`, asks);
  const [{ proposalId } = {}] = proposalsOn(await scenario.as('MS', 'FRA').get(pledge));
  const send = asker(scenario.url);
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      send(`${pledge}/partners/confirmations`, {
        method: 'POST',
        headers: {
          'x-pledgeline-actor': `france.${n}`,
          'x-pledgeline-role': 'MS',
          'x-pledgeline-state': 'FRA',
        },
        body: { state: 'DEU', role: 'TRAINING', proposalId },
      }),
    ),
  );
  expect(
    answers.map(({ status, body }) => (status === 200 ? 200 : `${status} ${String(body.code)}`)).sort(),
  ).toEqual([200, ...Array.from({ length: 3 }, () => '409 PROPOSAL_CLOSED')]);
  expect((await typesOf(pledge)).filter((type) => type === 'PartnerJoined')).toHaveLength(1);
});

it('who is only named is asked, asks for its part and counts when the lead has confirmed it', async () => {
  const pledgeId = await mentored(['Côte d’Ivoire', 'Togo']);
  const pledge = `/pledges/${pledgeId}`;
  const [ivorians, togo] = [scenario.as('MS', 'CIV'), scenario.as('MS', 'TGO')];
  expect(await kindsOf(ivorians, pledgeId)).toEqual(['NAMED_AS_PARTNER']);
  expect(await kindsOf(scenario.as('DESK'), pledgeId)).toContain('NAMED_AS_PARTNER');
  expect((await scenario.as('PUBLIC').get(pledge)).credits).toEqual([
    { state: 'FRA', body: null, role: 'TRAINER', basis: 'PLEDGED', counted: true },
    { state: 'CIV', body: null, role: null, basis: 'NAMED_ONLY', counted: false },
    { state: 'TGO', body: null, role: null, basis: 'NAMED_ONLY', counted: false },
  ]);
  const credited = async (state: string) =>
    (await figuresOf(scenario.as('PUBLIC'), `credits?memberState=${state}`)).get('pledges')?.value;
  expect([await credited('CIV'), await credited('TGO')]).toEqual([0, 0]);

  await ivorians.post(`${pledge}/partners`, { ...PART, state: 'CIV', part: 'TRAINER' });
  expect(await kindsOf(ivorians, pledgeId)).toEqual([]);
  const [toConfirm] = (await tasksOf(scenario.as('MS', 'FRA'), pledgeId)).filter(
    ({ kind }) => kind === 'PARTNER_TO_CONFIRM',
  );
  const [{ proposalId } = {}] = proposalsOn(await scenario.as('MS', 'FRA').get(pledge));
  await scenario
    .as('MS', 'FRA')
    .post(hrefOf(toConfirm!, 'ConfirmPartner'), { state: 'CIV', role: 'TRAINING', proposalId });
  expect(await kindsOf(togo, pledgeId)).toEqual(['NAMED_AS_PARTNER']);
  expect([await credited('CIV'), await credited('TGO')]).toEqual([1, 0]);
});

it('the lead parts from a partner before the memorandum, and afterwards with a note of DOS', async () => {
  const unit = await deployedUnit(scenario);
  const early = await mentored();
  const joins = async (lead: string, pledgeId: string, terms: Body) => {
    await scenario.as('MS', 'SEN').post(`/pledges/${pledgeId}/partners`, { ...terms, state: 'SEN' });
    const [{ proposalId } = {}] = proposalsOn(await scenario.as('MS', lead).get(`/pledges/${pledgeId}`));
    const { role } = terms;
    const confirmed = { state: 'SEN', role, proposalId };
    await scenario.as('MS', lead).post(`/pledges/${pledgeId}/partners/confirmations`, confirmed);
  };
  await joins('FRA', early, { ...PART, part: 'MENTOR' });
  const parting = { state: 'SEN', reason: 'It sends nobody' };
  await scenario
    .as('MS', 'FRA')
    .post(`/pledges/${early}/partners/partings`, { ...parting, role: 'TRAINING' });
  expect((await typesOf(`/pledges/${early}`)).at(-1)).toBe('PartnerLeft');
  const again = await scenario
    .as('MS', 'FRA')
    .isRefused(`/pledges/${early}/partners/partings`, { ...parting, role: 'TRAINING' });
  expect(again).toMatchObject({ status: 409, code: 'ALREADY_LEFT' });

  const rwanda = scenario.as('MS', 'RWA');
  await rwanda.post(`/pledges/${unit}/partnership`, { kind: 'JOINT_DEPLOYMENT' });
  await joins('RWA', unit, { role: 'LOGISTICS', from: '2030-01-01' });
  const partings = `/pledges/${unit}/partners/partings`;
  const refused = await rwanda.isRefused(partings, { ...parting, role: 'LOGISTICS' });
  expect(refused).toMatchObject({ status: 409, code: 'DOS_NOTE_MISSING', field: 'dosNoteReference' });
  await rwanda.post(partings, { ...parting, role: 'LOGISTICS', dosNoteReference: 'DOS/7' });
  expect((await rwanda.get(`/pledges/${unit}`)).partnership).toMatchObject({
    partners: [],
    former: [{ state: 'SEN', role: 'LOGISTICS' }],
  });
});

it('a join from before counts nowhere until the lead confirms it', async () => {
  const folder = temporaryFolder();
  const as = (role: string, state?: string) => ({
    'x-pledgeline-actor': 'somebody',
    'x-pledgeline-role': role,
    ...(state !== undefined && { 'x-pledgeline-state': state }),
  });
  const servedAt = async <Answer>(now: string, tell: (send: ReturnType<typeof asker>) => Promise<Answer>) => {
    const server = await hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_FIXED_TIME: now });
    try {
      return await tell(asker(server.url));
    } finally {
      await server.close();
    }
  };
  const pledge = await servedAt('2026-10-20T09:00:00.000Z', async (send) => {
    const post = async (path: string, body: Body, state: string) => {
      const answer = await send(path, { method: 'POST', headers: as('MS', state), body });
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
      return String(answer.body.location);
    };
    const offer = { memberState: 'NOR', category: 'ENABLER', description: 'A hospital', source: 'A speech' };
    const made = await post('/pledges', offer, 'NOR');
    await post(`${made}/partnership`, { kind: 'JOINT_DEPLOYMENT' }, 'NOR');
    const joins = { state: 'SRB', role: 'UNIT', from: '2026-10-20', leadConsentReference: 'Said to be NV/1' };
    await post(`${made}/partners`, joins, 'SRB');
    return made;
  });
  await servedAt('2026-11-20T09:00:00.000Z', async (send) => {
    const credit = async (after = '') => {
      const { body } = await send(`${pledge}${after}`, { headers: as('DESK') });
      return (body.credits as readonly Body[]).find(({ state }) => state === 'SRB');
    };
    expect(await credit()).toMatchObject({ basis: 'NOT_CONFIRMED', counted: false });
    const confirmed = { state: 'SRB', role: 'UNIT' };
    const confirm = (state: string) =>
      send(`${pledge}/partners/confirmations`, { method: 'POST', headers: as('MS', state), body: confirmed });
    expect((await confirm('SRB')).status).toBe(403);
    const { status, body } = await confirm('NOR');
    expect(status).toBe(200);
    expect(await credit(`?after=${encodeURIComponent(String(body.after))}`)).toMatchObject({
      basis: 'CONFIRMED',
      counted: true,
    });
    expect(await confirm('NOR')).toMatchObject({ status: 409, body: { code: 'ALREADY_CONFIRMED' } });
  });
  folder.remove();
});
