/** The work every store is measured on: one infantry battalion from its announcement to its deployment, command by command. */
import { NOTHING_BESIDE, NOT_ON_RECORD, ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import type { PledgeCommandData } from '@pledgeline/pledge';
import { beginLife, type Add, type Life } from './life.ts';

const DOCUMENTS = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'] as const;

/** Commands of one lifecycle, in order. */
export const COMMANDS_PER_LIFECYCLE = 14;

/** The n-th lifecycle; the same n gives the same ids. */
export const lifecycle = (n: number): Life => {
  const { pledgeId, add, life } = beginLife(n);
  deployBattalion(n, pledgeId, add);
  return life();
};

/** From the announcement to the deployment. */
export const deployBattalion = (n: number, pledgeId: string, add: Add): void => {
  const gapId = derivedId('bench', 'gap', n);
  add('DESK', 'AnnouncePledge', announcement(pledgeId, n));
  add('DESK', 'AcknowledgePledge', { pledgeId, acknowledgementReference: `ACK-${n}` });
  for (const [version, kind] of DOCUMENTS.entries()) {
    const sha256 = `${n}-${version}`.padStart(64, '0').replaceAll('-', 'a');
    add('SFGC', 'ReceiveDocumentation', {
      pledgeId,
      kind,
      version: 1,
      datedOn: null,
      sha256,
      reference: `DOC-${n}-${kind}`,
    });
  }
  add('SFGC', 'RegisterPledge', {
    pledgeId,
    capabilityCode: 'INF-BN',
    quantity: { min: 850, max: 850, unit: 'troops', asStated: '850' },
    ...NOTHING_BESIDE,
    timeframe: null,
    deployWithinDays: 60,
    registrationReference: `REG-${n}`,
    consentReference: null,
    target: null,
    lateEntry: false,
    notMeasurable: false,
  });
  add('SYSTEM', 'NoteVisitOutcome', {
    pledgeId,
    visitId: derivedId('bench', 'visit', n),
    purpose: 'AAV',
    outcome: 'SUCCESSFUL',
    conductedOn: '2026-03-02',
    agreementReference: null,
  });
  add('SFGC', 'AttainLevel', {
    pledgeId,
    level: 'L2',
    surReference: null,
    alignmentReference: null,
    agreementReference: null,
    deployWithinDays: null,
    confirmedBy: null,
  });
  add('SFGC', 'MatchPledge', {
    pledgeId,
    gapId,
    reservationId: derivedId('bench', 'reservation', n),
    mission: 'MINUSCA',
    quantity: 850,
    unit: 'troops',
    personsPerUnit: null,
    acceptedCodes: ['INF-BN'],
    reserved: false,
  });
  const decision = { decisionReference: `DEC-${n}`, hostConsent: 'GIVEN' as const, acceptedCaveats: [] };
  add('FGS', 'SelectUnit', { pledgeId, gapId, ...decision, ...NOT_ON_RECORD });
  add('DOS', 'SignMou', {
    pledgeId,
    mouReference: `MOU-${n}`,
    strength: 850,
    equipmentAnnexVersion: '1',
    caveatsAnnex: null,
    from: '2026-03-02',
    to: '2027-03-01',
    retroactiveReason: null,
    ...NOT_ON_RECORD,
  });
  add('FGS', 'ConductPdv', {
    pledgeId,
    from: '2026-03-02',
    to: '2026-03-02',
    result: 'PASSED',
    findings: null,
    dosReference: `PDV-${n}`,
  });
  add('MISSION', 'DeployUnit', {
    pledgeId,
    place: 'Bangui',
    strength: 850,
    equipmentArrivalShare: 100,
    exception: null,
    approver: null,
    onRecord: null,
  });
};

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The end of a reference, in the letters that references have: by it a page of the pledge is found. */
const suffixOf = (n: number): string =>
  Array.from({ length: 5 }, (_, place) => LETTERS[Math.floor(n / 32 ** (4 - place)) % 32]).join('');

export const announcement = (pledgeId: string, n: number): PledgeCommandData['AnnouncePledge'] => ({
  pledgeId,
  reference: `2025-berlin/RWA/INF-BN-${suffixOf(n)}`,
  conference: '2025-berlin',
  memberState: 'RWA',
  memberStateAsStated: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: { min: 850, max: 850, unit: 'troops', asStated: '850' },
  description: 'One infantry battalion, self-sustained, ready within sixty days of a request',
  timeframe: 'within 60 days',
  partners: [],
  source: 'benchmark',
  ...ORDINARY_ENTRY,
  duplicateChecked: false,
  like: null,
  shareAimedAt: null,
  ...ANNOUNCEMENT_DEFAULTS,
});
