/** What happens to a pledge, event by event. */
import {
  NOTHING_BESIDE,
  NOT_MEASURED,
  NOT_ON_RECORD,
  ORDINARY_ENTRY,
  ANNOUNCEMENT_DEFAULTS,
  type DataOf,
} from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { id, type Log, type When } from './a-log.ts';

export const announce = (
  log: Log,
  pledge: string,
  over: Partial<DataOf<'PledgeAnnounced'>> = {},
  when: When = {},
): RecordedEvent => {
  const on = when.on === undefined ? '2026-01-01' : when.on;
  const data = {
    pledgeId: id(pledge),
    reference: `none/BGD/INF-BN-${pledge}`,
    conference: null,
    memberState: 'BGD',
    memberStateAsStated: 'Bangladesh',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: null,
    description: 'An infantry battalion',
    timeframe: null,
    partners: [],
    announcedOn: on,
    source: 'https://example.org',
    duplicateChecked: false,
    ...ORDINARY_ENTRY,
    ...ANNOUNCEMENT_DEFAULTS,
    missing: null,
    ...over,
  };
  return log.add(pledge, 'PledgeAnnounced', data, { ...when, on });
};

export const acknowledge = (log: Log, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'PledgeAcknowledged',
    { pledgeId: id(pledge), acknowledgedOn: on, acknowledgementReference: 'A' },
    { on },
  );

const LEVEL_1 = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'] as const;

export const document = (
  log: Log,
  pledge: string,
  kind: DataOf<'DocumentationReceived'>['kind'],
  on: string,
) =>
  log.add(
    pledge,
    'DocumentationReceived',
    {
      pledgeId: id(pledge),
      kind,
      version: 1,
      sha256: kind.padEnd(64, '0'),
      receivedOn: on,
      datedOn: null,
      reference: null,
    },
    { on },
  );

/** As a capability at Level 1, with its documents. */
export const register = (
  log: Log,
  pledge: string,
  on: string,
  over: Partial<DataOf<'PledgeRegistered'>> = {},
): void => {
  for (const kind of LEVEL_1) document(log, pledge, kind, on);
  log.add(
    pledge,
    'PledgeRegistered',
    {
      pledgeId: id(pledge),
      track: 'CAPABILITY',
      capabilityCode: 'INF-BN',
      quantity: null,
      ...NOTHING_BESIDE,
      timeframe: null,
      deployWithinDays: null,
      registrationReference: 'R',
      consentReference: null,
      level: 'L1',
      validUntil: `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`,
      target: null,
      notMeasurable: false,
      ...over,
    },
    { on },
  );
};

export const noteAav = (log: Log, pledge: string, on: string, validUntil: string | null): RecordedEvent =>
  log.add(
    pledge,
    'VisitOutcomeNoted',
    {
      pledgeId: id(pledge),
      visitId: id(`visit of ${pledge}`),
      purpose: 'AAV',
      outcome: validUntil === null ? 'NOT_SUCCESSFUL' : 'SUCCESSFUL',
      conductedOn: on,
      validUntil,
      agreementReference: null,
    },
    { on },
  );

export const attainL2 = (log: Log, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'LevelAttained',
    {
      pledgeId: id(pledge),
      level: 'L2',
      attainedOn: on,
      basis: [],
      basisValidUntil: '2028-01-01',
      surReference: null,
      alignmentReference: null,
      agreementReference: null,
      deployWithinDays: null,
      confirmedBy: null,
    },
    { on },
  );

export const match = (log: Log, gap: string, pledge: string, on: string, quantity = 1): RecordedEvent =>
  log.add(
    pledge,
    'PledgeMatched',
    {
      pledgeId: id(pledge),
      gapId: id(gap),
      reservationId: id(`${gap} for ${pledge}`),
      mission: 'MINUSCA',
      quantity,
      unit: 'unit',
      ...NOT_MEASURED,
      fit: 'FULL',
      openCaveats: [],
    },
    { on },
  );

export const select = (log: Log, gap: string, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'UnitSelected',
    {
      pledgeId: id(pledge),
      gapId: id(gap),
      mission: 'MINUSCA',
      decisionReference: 'D',
      selectedOn: on,
      hostConsent: 'GIVEN',
      acceptedCaveats: [],
      ...NOT_ON_RECORD,
    },
    { on },
  );

export const signMou = (log: Log, pledge: string, on: string, to = '2027-06-30'): RecordedEvent =>
  log.add(
    pledge,
    'MouSigned',
    {
      pledgeId: id(pledge),
      mouReference: 'M',
      strength: 800,
      equipmentAnnexVersion: '1',
      caveatsAnnex: null,
      signedOn: on,
      from: on,
      to,
      retroactiveReason: null,
      ...NOT_ON_RECORD,
    },
    { on },
  );

export const passPdv = (log: Log, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'PdvConducted',
    { pledgeId: id(pledge), from: on, to: on, result: 'PASSED', findings: null, dosReference: 'P' },
    { on },
  );

export const deploy = (log: Log, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'UnitDeployed',
    {
      pledgeId: id(pledge),
      mission: 'MINUSCA',
      deployedOn: on,
      place: 'Bangui',
      strength: 800,
      equipmentArrivalShare: null,
      exception: null,
      approver: null,
      onRecord: null,
    },
    { on },
  );

export const withdraw = (log: Log, pledge: string, on: string): RecordedEvent =>
  log.add(
    pledge,
    'PledgeWithdrawn',
    { pledgeId: id(pledge), reason: 'Needed at home', effectiveOn: on, source: null, endedMatches: [] },
    { on },
  );
