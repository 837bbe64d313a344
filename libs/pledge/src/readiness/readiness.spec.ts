/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { after } from '../testing/a-pledge.ts';
import {
  aavPassed,
  acknowledged,
  announced,
  downgraded,
  level2,
  loadList,
  registered,
  verificationPassed,
} from '../testing/early-life.ts';
import { atLevel1, atLevel2, atLevel3, atRapid, historyTo } from '../testing/later-life.ts';
import { AAV, idOf, PLEDGE, sha256 } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const eventIdAt = (n: number) => `event-${n}`;

describe('ReceiveDocumentation', () => {
  const { ReceiveDocumentation } = commands;

  it('keeps what arrived, and when', () =>
    after(at('ACKNOWLEDGED'))
      .when(ReceiveDocumentation)
      .then({
        type: 'DocumentationReceived',
        data: { ...ReceiveDocumentation.data, receivedOn: '2026-01-15' },
      }));

  it('a newer version replaces the older of its kind', () => {
    const held = after([...atLevel3]).state().documents;
    expect(held.map(({ kind, version, eventId }) => [kind, version, eventId])).toContainEqual([
      'LOAD_LIST',
      1,
      eventIdAt(9),
    ]);
    after(atLevel3)
      .when(ReceiveDocumentation, { kind: 'LOAD_LIST', version: 2 })
      .thenTypes('DocumentationReceived');
    const newer = {
      ...loadList,
      data: { ...loadList.data, version: 2, sha256: sha256('6') },
    } as typeof loadList;
    const kinds = after([...atLevel3, newer])
      .state()
      .documents.filter(({ kind }) => kind === 'LOAD_LIST');
    expect(kinds).toMatchObject([{ version: 2 }]);
  });

  it('the same file twice is refused', () =>
    after(at('ACKNOWLEDGED'))
      .when(ReceiveDocumentation, { kind: 'OTHER', sha256: sha256('1') })
      .thenRefused('SAME_DOCUMENT'));

  it('also when it was replaced meanwhile', () => {
    const newer = {
      ...loadList,
      data: { ...loadList.data, version: 2, sha256: sha256('6') },
    } as typeof loadList;
    after([...atLevel3, newer])
      .when(ReceiveDocumentation, { kind: 'LOAD_LIST', version: 3, sha256: sha256('5') })
      .thenRefused('SAME_DOCUMENT');
  });

  it('another file under a version that is here already is refused', () => {
    const rejected = after(atLevel3)
      .when(ReceiveDocumentation, { kind: 'LOAD_LIST', version: 1 })
      .thenRejected('STALE_VERSION');
    expect(rejected.details).toMatchObject({ held: 1 });
  });

  it('is part of the capability track', () =>
    after([
      announced(),
      acknowledged(),
      registered({ track: 'IMPLEMENTATION', level: null, validUntil: null }),
    ])
      .when(ReceiveDocumentation)
      .thenRefused('WRONG_TRACK'));
});

describe('NoteVisitOutcome', () => {
  const { NoteVisitOutcome } = commands;

  it.each([
    ['AAV', 'SUCCESSFUL', '2028-01-05'],
    ['AAV', 'SUCCESSFUL_WITH_RECOMMENDATIONS', '2028-01-05'],
    ['AAV', 'NOT_SUCCESSFUL', null],
    ['RDL', 'SUCCESSFUL', '2027-01-05'],
  ] as const)('a %s that was %s counts until %s', (purpose, outcome, validUntil) => {
    const [event] = after(atLevel2).when(NoteVisitOutcome, { purpose, outcome }).events();
    expect(event).toMatchObject({ data: { validUntil }, occurredOn: '2026-01-05', ruleSet: 'pcrs-2019.01' });
  });

  it('of the same visit twice changes nothing, also once the unit is selected', () => {
    const same = aavPassed().data as object;
    after(atLevel2).when(NoteVisitOutcome, same).thenNothing();
    after(at('SELECTED')).when(NoteVisitOutcome, same).thenNothing();
  });

  it('one visit may have both purposes', () =>
    after(atLevel2).when(NoteVisitOutcome, { visitId: AAV, purpose: 'RDL' }).thenTypes('VisitOutcomeNoted'));

  it('of a unit that is selected comes too late', () =>
    after(at('SELECTED')).when(NoteVisitOutcome).thenRefused('WRONG_ORDER'));

  it('is the system’s alone', () =>
    after(atLevel2).when(NoteVisitOutcome, {}, by('SFGC')).thenRefused('FORBIDDEN'));

  it('the last visit is the one held last, and a level lives on through a new one', () => {
    const again = aavPassed({ visitId: idOf(60), conductedOn: '2026-01-01', validUntil: '2028-01-01' });
    const late = aavPassed({ visitId: idOf(61), conductedOn: '2025-08-01', validUntil: null });
    const pledge = after([...atLevel2, again, late]).state();
    expect(pledge).toMatchObject({ lastAav: { visitId: idOf(60) }, levelValidUntil: '2028-01-01' });
  });

  it('a failed re-visit leaves the level its time', () => {
    const failed = aavPassed({ visitId: idOf(60), conductedOn: '2026-01-01', validUntil: null });
    expect(after([...atLevel2, failed]).state()).toMatchObject({
      lastAav: { validUntil: null },
      levelValidUntil: '2027-07-01',
    });
  });
});

describe('AttainLevel', () => {
  const { AttainLevel } = commands;
  const visited = [...atLevel1, aavPassed()];
  const third = {
    level: 'L3',
    surReference: 'SUR-1',
    alignmentReference: 'AL-1',
    confirmedBy: 'FGS-1',
  } as const;
  const papers = [...atLevel2, loadList];
  const rapid = { level: 'RDL' } as const;
  const verified = [...atLevel3, verificationPassed()];

  it('Level 2 rests on a successful visit', () => {
    const [event] = after(visited).when(AttainLevel).events();
    expect(event).toMatchObject({
      type: 'LevelAttained',
      data: { level: 'L2', attainedOn: '2026-01-15', basis: [eventIdAt(7)], basisValidUntil: '2027-07-01' },
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('Level 2 without a visit is refused', () =>
    after(atLevel1).when(AttainLevel).thenRefused('AAV_MISSING'));

  it('Level 2 on a visit that failed is refused', () =>
    after([...atLevel1, aavPassed({ outcome: 'NOT_SUCCESSFUL', validUntil: null })])
      .when(AttainLevel)
      .thenRefused('AAV_NOT_SUCCESSFUL'));

  it('Level 2 on a visit older than 24 months is refused', () => {
    const old = aavPassed({ conductedOn: '2024-01-14', validUntil: '2026-01-14' });
    after([...atLevel1, old])
      .when(AttainLevel)
      .thenRefused('AAV_EXPIRED');
    after([...atLevel1, old])
      .when(AttainLevel, {}, { occurredOn: '2026-01-14' })
      .thenTypes('LevelAttained');
  });

  it('a level dated before the visit it rests on is refused', () =>
    after(visited).when(AttainLevel, {}, { occurredOn: '2025-06-30' }).thenRefused('BEFORE_VISIT'));

  it('Level 3 rests on requirements, alignment, load list and the confirmation of FGS or PD', () => {
    const [event] = after(papers).when(AttainLevel, third).events();
    expect(event?.data).toMatchObject({ level: 'L3', basis: [eventIdAt(7), eventIdAt(9)] });
  });

  it.each(['surReference', 'alignmentReference', 'confirmedBy'])('Level 3 without %s is refused', (field) => {
    const rejected = after(papers)
      .when(AttainLevel, { ...third, [field]: null })
      .thenRejected('REFERENCE_MISSING');
    expect(rejected.details).toEqual({ field });
  });

  it('Level 3 without a load list is refused', () => {
    const rejected = after(atLevel2).when(AttainLevel, third).thenRejected('DOCUMENTS_MISSING');
    expect(rejected.details).toEqual({ missing: ['LOAD_LIST'] });
  });

  it('Level 3 on an expired visit is refused', () => {
    const old = [
      ...atLevel1,
      aavPassed({ conductedOn: '2023-12-01', validUntil: '2025-12-01' }),
      level2(),
      loadList,
    ];
    after(old).when(AttainLevel, third).thenRefused('AAV_EXPIRED');
  });

  it('rapid deployment rests on its verification, an agreement and 60 days', () => {
    const [event] = after(verified).when(AttainLevel, rapid).events();
    expect(event?.data).toMatchObject({
      level: 'RDL',
      basis: [eventIdAt(11)],
      basisValidUntil: '2026-08-20',
      agreementReference: 'RDL-AGREEMENT-1',
      deployWithinDays: 60,
    });
  });

  it.each([
    ['RDL_VERIFICATION_MISSING', atLevel3],
    [
      'RDL_VERIFICATION_NOT_SUCCESSFUL',
      [...atLevel3, verificationPassed({ outcome: 'NOT_SUCCESSFUL', validUntil: null })],
    ],
    [
      'RDL_VERIFICATION_EXPIRED',
      [...atLevel3, verificationPassed({ conductedOn: '2025-01-14', validUntil: '2026-01-14' })],
    ],
  ])('rapid deployment is refused as %s', (code, history) =>
    after(history).when(AttainLevel, rapid).thenRefused(code),
  );

  it('rapid deployment without an agreement is refused', () =>
    after([...atLevel3, verificationPassed({ agreementReference: null })])
      .when(AttainLevel, rapid)
      .thenRefused('REFERENCE_MISSING'));

  it('rapid deployment in more than 60 days is refused', () =>
    after(verified)
      .when(AttainLevel, { ...rapid, deployWithinDays: 61 })
      .thenRefused('DEPLOYMENT_TOO_SLOW'));

  it('rapid deployment in days nobody named is refused', () => {
    const unnamed = verified.map((event) =>
      event.type === 'PledgeRegistered' ? registered({ deployWithinDays: null }) : event,
    );
    after(unnamed).when(AttainLevel, rapid).thenRefused('DEPLOYMENT_TOO_SLOW');
    after(unnamed)
      .when(AttainLevel, { ...rapid, deployWithinDays: 30 })
      .thenTypes('LevelAttained');
  });

  it('a level that was lost can be attained again on the same visit', () =>
    after([...atLevel2, downgraded()])
      .when(AttainLevel)
      .thenTypes('LevelAttained'));

  it('no level is jumped over', () => {
    after(visited).when(AttainLevel, third).thenRefused('LEVEL_JUMP');
    after([...papers, verificationPassed()])
      .when(AttainLevel, rapid)
      .thenRefused('LEVEL_JUMP');
  });

  it('the same or a lower level is refused', () => {
    after(atLevel2).when(AttainLevel).thenRefused('LEVEL_NOT_HIGHER');
    after(atLevel3).when(AttainLevel).thenRefused('LEVEL_NOT_HIGHER');
    after(atRapid).when(AttainLevel, rapid).thenRefused('LEVEL_NOT_HIGHER');
  });
});

describe('DowngradeLevel', () => {
  const { DowngradeLevel } = commands;
  const expired = { reason: 'VISIT_EXPIRED', consentReference: null } as const;
  const job = (day: string) => ({ ...by('SYSTEM'), now: `${day}T12:00:00.000Z`, occurredOn: day });

  it('takes a level for a reason', () => {
    const [event] = after(atLevel3).when(DowngradeLevel, { level: 'L2' }).events();
    expect(event).toMatchObject({ data: { from: 'L3', level: 'L2', reason: 'SUR_CHANGED' } });
  });

  it('leaves a lower level the validity of its own visit', () => {
    const [event] = after(atRapid)
      .when(DowngradeLevel, { level: 'L3', reason: 'RDL_AGREEMENT_ENDED' })
      .events();
    const pledge = after([...atRapid, event!]).state();
    expect(pledge).toMatchObject({ level: 'L3', levelValidUntil: '2027-07-01' });
  });

  it('to the same or a higher level is refused', () => {
    after(atLevel2).when(DowngradeLevel, { level: 'L2' }).thenRefused('LEVEL_NOT_LOWER');
    after(atLevel2).when(DowngradeLevel, { level: 'L3' }).thenRefused('LEVEL_NOT_LOWER');
    after(atLevel1).when(DowngradeLevel).thenRefused('LEVEL_NOT_LOWER');
  });

  it.each(['SELECTED', 'MOU_SIGNED', 'READY'] as const)(
    'while %s needs the consent of FGS or PD',
    (status) => {
      after(at(status)).when(DowngradeLevel, { consentReference: null }).thenRefused('CONSENT_MISSING');
      after(at(status)).when(DowngradeLevel).thenTypes('LevelDowngraded');
    },
  );

  it('while MATCHED needs none', () =>
    after(at('MATCHED')).when(DowngradeLevel, { consentReference: null }).thenTypes('LevelDowngraded'));

  it('for an expired visit waits until it has expired', () => {
    after(atLevel2).when(DowngradeLevel, expired).thenRefused('NOT_DUE');
    after(atLevel2).when(DowngradeLevel, expired, job('2027-07-01')).thenRefused('NOT_DUE');
    after(atLevel2).when(DowngradeLevel, expired, job('2027-07-02')).thenTypes('LevelDowngraded');
  });

  it('the job takes an expired RDL down to Level 3 while the AAV counts, else to Level 1', () => {
    const level = 'L3';
    after(atRapid)
      .when(DowngradeLevel, { ...expired, level }, job('2026-08-21'))
      .thenTypes('LevelDowngraded');
    const rejected = after(atRapid)
      .when(DowngradeLevel, expired, job('2026-08-21'))
      .thenRejected('LEVEL_NOT_BACKED');
    expect(rejected.details).toEqual({ allowed: ['L3'] });
    after(atRapid).when(DowngradeLevel, expired, job('2027-07-02')).thenTypes('LevelDowngraded');
  });

  it('the job takes nothing for other reasons', () =>
    after(atLevel2).when(DowngradeLevel, {}, job('2027-07-02')).thenRefused('FORBIDDEN'));

  it('the job takes nothing from a selected unit', () =>
    after(at('SELECTED')).when(DowngradeLevel, expired, job('2027-07-02')).thenRefused('CONSENT_MISSING'));

  it('is recorded under the rules', () => {
    const [event] = after(atLevel2).when(DowngradeLevel).events();
    expect(event).toMatchObject({ data: { pledgeId: PLEDGE }, ruleSet: 'pcrs-2019.01' });
  });
});
