/** The slice starts in a process that provides what the runtime does, and its doors lead to the log. */
import { by, id } from './testing/a-request.ts';
import { wholeLog } from './testing/log-and-views.ts';
import { startIntake as start } from './testing/start-intake.module.ts';

const row = {
  conference: '2021-seoul',
  memberState: 'South Korea',
  isoAlpha3: 'KOR',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: '1',
  unit: 'unit',
  description: 'One infantry battalion',
  partners: 'United States; Kenya',
  announcedOn: '2021-12-07',
  source: 'Press',
};

const additional = { additional: true, additionalReason: 'A second battalion: NV 7' };

describe('announcing', () => {
  it('a row becomes a pledge, with what it means beside what was stated', async () => {
    const { store, announcements } = await start();
    const answer = await announcements.announce(row, by(1));
    const [event] = await wholeLog(store);
    const { pledgeId, reference } = event?.data as { pledgeId: string; reference: string };
    expect(answer).toEqual({
      stream: `pledge-${pledgeId}`,
      revision: 0,
      repeated: false,
      location: `/pledges/${pledgeId}`,
      created: true,
    });
    expect(reference).toMatch(/^2021-seoul\/KOR\/INF-BN-[0-9A-Z]{5}$/);
    expect(event).toMatchObject({
      type: 'PledgeAnnounced',
      data: {
        memberState: 'KOR',
        memberStateAsStated: 'South Korea',
        quantity: { min: 1, max: 1, unit: 'unit', asStated: '1' },
        partners: ['United States', 'Kenya'],
        announcedOn: '2021-12-07',
        timeframe: null,
        duplicateChecked: false,
        additional: false,
        additionalReason: null,
      },
      metadata: { occurredOn: '2021-12-07' },
    });
  });

  it('a row without a date is announced without one', async () => {
    const { store, announcements } = await start();
    const { announcedOn: _, ...undated } = row;
    await announcements.announce(undated, by(1));
    expect(await wholeLog(store)).toMatchObject([
      { data: { announcedOn: null }, metadata: { occurredOn: null } },
    ]);
  });

  it('the same key makes the same pledge', async () => {
    const { store, announcements } = await start();
    const first = await announcements.announce(row, by(1));
    expect(await announcements.announce(row, by(1))).toEqual({ ...first, repeated: true, created: false });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it('a row again adds nothing, a changed one under its id is told with its fields', async () => {
    const { store, announcements, catchUp } = await start();
    await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
    await catchUp();
    const again = await announcements.announce({ ...row, pledgeId: id(1) }, by(2));
    expect(again).toMatchObject({ created: false, repeated: false, revision: 0 });
    const changed = announcements.announce({ ...row, pledgeId: id(1), description: 'Two' }, by(3));
    await expect(changed).rejects.toMatchObject({
      code: 'PLEDGE_EXISTS',
      details: { pledgeId: id(1), fields: ['description'] },
    });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it('the same offer in other words differs from the first, unless it is additional', async () => {
    const { announcements, catchUp } = await start();
    await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
    await catchUp();
    const twice = announcements.announce({ ...row, description: 'As the note verbale says' }, by(2));
    await expect(twice).rejects.toMatchObject({
      code: 'DUPLICATE_ANNOUNCEMENT',
      details: { duplicateOf: id(1), fields: ['description'] },
    });
    const checked = await announcements.announce({ ...row, ...additional }, by(3));
    expect(checked).toMatchObject({ created: true });
  });

  it('a check tells what would become of it, what is missing and what is alike, and writes nothing', async () => {
    const { store, announcements, checks, catchUp } = await start();
    await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
    await catchUp();
    const { conference: _, ...elsewhere } = row;
    const cases = [
      [row, { outcome: 'UNCHANGED', pledgeId: id(1), fields: [] }, 'SAME'],
      [
        { ...row, description: 'As the note verbale says' },
        { outcome: 'DIFFERS', pledgeId: id(1), fields: ['description'] },
        'SAME',
      ],
      [elsewhere, { outcome: 'ADDED', fields: [] }, 'NEAR'],
      [{ ...row, ...additional }, { outcome: 'ADDED', fields: [] }, 'SAME'],
    ] as const;
    for (const [said, outcome, kind] of cases) {
      expect(await checks.check(said, by(2))).toMatchObject({
        ...outcome,
        memberState: 'KOR',
        memberStateName: 'Republic of Korea',
        expectedTrack: 'CAPABILITY',
        missing: [{ part: 'BY_WHEN', ask: expect.stringContaining('No timeframe') }],
        alike: [{ kind, pledgeId: id(1), instead: { href: `/pledges/${id(1)}/announcements` } }],
      });
    }
    const atlantis = checks.check({ ...row, memberState: 'Atlantis', isoAlpha3: null }, by(3));
    await expect(atlantis).rejects.toMatchObject({ code: 'UNKNOWN_STATE' });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it('a renewal names an older pledge of the same state', async () => {
    const { announcements } = await start();
    await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
    const renewal = {
      ...row,
      conference: '2023-accra',
      announcedOn: '2023-12-05',
      standing: 'RENEWED' as const,
    };
    expect(await announcements.announce({ ...renewal, renews: id(1) }, by(2))).toMatchObject({
      created: true,
    });
    const unknown = announcements.announce({ ...renewal, renews: id(9) }, by(3));
    await expect(unknown).rejects.toMatchObject({ code: 'UNKNOWN_PLEDGE', details: { field: 'renews' } });
    const foreign = { ...renewal, memberState: 'Japan', isoAlpha3: null, renews: id(1) };
    await expect(announcements.announce(foreign, by(4))).rejects.toMatchObject({
      code: 'STATE_DIFFERS',
      details: { field: 'renews' },
    });
  });

  it('a need that nobody published is answered by no promise', async () => {
    const { announcements } = await start();
    await expect(announcements.announce({ ...row, need: id(9) }, by(1))).rejects.toMatchObject({
      code: 'UNKNOWN_NEED',
      details: { field: 'need' },
    });
  });

  it('a conference must be known, by reference or by registration', async () => {
    const { store, announcements, conferences } = await start();
    const elsewhere = { ...row, conference: '2027-nairobi' };
    const unknown = { code: 'UNKNOWN_CONFERENCE', details: { field: 'conference' } };
    await expect(announcements.announce(elsewhere, by(1))).rejects.toMatchObject(unknown);
    expect(await wholeLog(store)).toHaveLength(0);
    const meeting = {
      code: '2027-nairobi',
      kind: 'ministerial' as const,
      name: 'Ministerial',
      source: 'Press',
    };
    expect(await conferences.register(meeting, by(2))).toMatchObject({
      location: '/conferences/2027-nairobi',
    });
    expect(await announcements.announce(elsewhere, by(3))).toMatchObject({ created: true });
  });

  it('a state announces for itself alone', async () => {
    const { announcements } = await start();
    const foreign = { ...row, memberState: 'Japan', isoAlpha3: 'JPN' };
    await expect(announcements.announce(foreign, by(1, 'MS'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await announcements.announce(row, by(2, 'MS'))).toMatchObject({ created: true });
  });

  it('an unknown state is refused by field', async () => {
    const { announcements } = await start();
    const atlantis = { ...row, memberState: 'Atlantis', isoAlpha3: null };
    await expect(announcements.announce(atlantis, by(1))).rejects.toMatchObject({
      code: 'UNKNOWN_STATE',
      details: { field: 'memberState' },
    });
  });
});

it('a pledge goes from announcement to registration and withdrawal', async () => {
  const { store, announcements, registration, validity } = await start();
  await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
  const link = { memberState: 'KOR', wording: 'One battalion', source: 'Note verbale' };
  await announcements.link(id(1), link, by(2));
  await announcements.acknowledge(
    id(1),
    { acknowledgementReference: 'DPO/1', occurredOn: '2026-01-08' },
    by(3),
  );
  const question = { question: 'When?', dueOn: '2026-02-01', blocking: true };
  await registration.requestClarification(id(1), question, by(4));
  const { clarificationId } = (await wholeLog(store)).at(-1)?.data as { clarificationId: string };
  const answer = { answer: 'In March' };
  await registration.provideClarification(id(1), clarificationId, answer, by(5, 'MS'));
  const kinds = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'] as const;
  for (const [n, kind] of kinds.entries()) {
    const document = { kind, version: 1, sha256: String(n).repeat(64) };
    await registration.receiveDocumentation(id(1), document, by(10 + n, 'SFGC'));
  }
  const body = { capabilityCode: 'INF-BN', registrationReference: 'PCRS/1', occurredOn: '2026-01-10' };
  expect(await registration.register(id(1), body, by(20, 'SFGC'))).toMatchObject({
    location: `/pledges/${id(1)}`,
  });
  expect((await wholeLog(store)).at(-1)).toMatchObject({
    data: { level: 'L1', validUntil: '2027-01-10', quantity: { asStated: '1' } },
    metadata: { occurredOn: '2026-01-10', ruleSet: 'pcrs-2019.01' },
  });
  const stale = by(21, 'MS', { expectedRevision: 0 });
  await expect(validity.withdraw(id(1), { reason: 'Elsewhere' }, stale)).rejects.toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  await validity.withdraw(id(1), { reason: 'Elsewhere' }, by(22, 'MS'));
  expect((await wholeLog(store)).at(-1)?.type).toBe('PledgeWithdrawn');
});

it('an announcement can be declined', async () => {
  const { store, announcements, registration } = await start();
  await announcements.announce({ ...row, pledgeId: id(1) }, by(1));
  await announcements.acknowledge(id(1), { acknowledgementReference: 'DPO/1' }, by(2));
  await registration.declineRegistration(id(1), { reason: 'INCOMPLETE', text: 'No papers' }, by(3));
  expect((await wholeLog(store)).at(-1)).toMatchObject({ type: 'RegistrationDeclined' });
});

it('a conference is revised', async () => {
  const { store, conferences } = await start();
  const meeting = { kind: 'ministerial' as const, name: 'Ministerial', source: 'Press' };
  await conferences.register({ ...meeting, code: '2027-nairobi' }, by(1));
  await conferences.revise('2027-nairobi', { ...meeting, place: 'Nairobi' }, by(2));
  expect((await wholeLog(store)).at(-1)).toMatchObject({
    stream: 'conference-2027-nairobi',
    type: 'ConferenceRevised',
    data: { code: '2027-nairobi', place: 'Nairobi', roles: [] },
  });
});
