/** What happens around a pledge: gaps, visits, conferences; and a whole life with all of it. */
import type { DataOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { id, type Log } from './a-log.ts';
import {
  acknowledge,
  announce,
  attainL2,
  deploy,
  match,
  noteAav,
  passPdv,
  register,
  select,
  signMou,
} from './a-pledge.ts';

const FOR_STATES = { visibility: 'MEMBER_STATES' };

export const publishGap = (
  log: Log,
  gap: string,
  over: Partial<DataOf<'GapPublished'>> = {},
): RecordedEvent => {
  const published = log.add(gap, 'GapPublished', {
    gapId: id(gap),
    mission: 'MINUSCA',
    capabilityCode: 'INF-BN',
    substitutes: [],
    number: 2,
    unit: 'unit',
    neededBy: null,
    priority: 'HIGH',
    requirement: null,
    narrowed: false,
    ...over,
  });
  if (over.narrowed === true) Object.assign(published.metadata, FOR_STATES);
  return published;
};

export const release = (log: Log, gap: string, pledge: string): RecordedEvent =>
  log.add(gap, 'GapReleased', {
    gapId: id(gap),
    reservationId: id(`${gap} for ${pledge}`),
    pledgeId: id(pledge),
    reason: 'MatchReleased',
  });

/** What nobody narrowed before gaps were public. */
export const publishGapForStates = (...of: Parameters<typeof publishGap>): RecordedEvent => {
  const published = publishGap(...of);
  Object.assign(published.metadata, FOR_STATES);
  return published;
};

export const reviseGap = (log: Log, gap: string, over: Partial<DataOf<'GapRevised'>> = {}): RecordedEvent =>
  log.add(gap, 'GapRevised', {
    gapId: id(gap),
    sought: null,
    number: 4,
    neededBy: '2026-12-01',
    priority: 'LOW',
    narrowed: false,
    reason: 'more',
    ...over,
  });

export const closeGap = (log: Log, gap: string, reason = 'mission closed'): RecordedEvent =>
  log.add(gap, 'GapClosed', { gapId: id(gap), reason });

export const reserve = (log: Log, gap: string, pledge: string, quantity = 1): RecordedEvent =>
  log.add(gap, 'GapReserved', {
    gapId: id(gap),
    reservationId: id(`${gap} for ${pledge}`),
    pledgeId: id(pledge),
    mission: 'MINUSCA',
    quantity,
    acceptedCodes: ['INF-BN'],
    requestedBy: 'sfgc',
  });

export const scheduleVisit = (
  log: Log,
  visit: string,
  units: readonly string[],
  over: Partial<DataOf<'AavScheduled'>> = {},
): RecordedEvent =>
  log.add(visit, 'AavScheduled', {
    visitId: id(visit),
    purpose: 'AAV',
    memberState: 'BGD',
    from: '2026-03-01',
    to: '2026-03-05',
    mode: 'IN_PERSON',
    units: units.map(id),
    team: ['lead'],
    ...over,
  });

export const conductVisit = (log: Log, visit: string): RecordedEvent =>
  log.add(visit, 'AavConducted', {
    visitId: id(visit),
    from: '2026-03-02',
    to: '2026-03-04',
    checklists: [],
  });

export const recordOutcome = (log: Log, visit: string, units: readonly string[]): RecordedEvent =>
  log.add(visit, 'AavOutcomeRecorded', {
    visitId: id(visit),
    conductedOn: '2026-03-04',
    outcomes: units.map((unit) => ({ pledgeId: id(unit), outcome: 'SUCCESSFUL', recommendations: [] })),
    reportReference: 'REPORT-1',
  });

export const registerConference = (
  log: Log,
  code: string,
  over: Partial<DataOf<'ConferenceRegistered'>> = {},
): RecordedEvent =>
  log.add(code, 'ConferenceRegistered', {
    code,
    kind: 'ministerial',
    name: `Conference ${code}`,
    start: null,
    end: null,
    place: null,
    series: true,
    raisesFor: null,
    mainConference: null,
    roles: [],
    themes: [],
    crossCuttingThemes: [],
    published: [
      { what: 'STATES_WITH_NEW_PLEDGES', value: '64 (other counts: 62)', source: 'https://example.org' },
    ],
    source: 'https://example.org',
    ...over,
  });

/** A whole way from announcement to deployment, with its gap and its visit. */
export const wholeLife = (log: Log, pledge: string, over: Partial<DataOf<'PledgeAnnounced'>> = {}): void => {
  const [gap, visit] = [`gap of ${pledge}`, `visit of ${pledge}`];
  announce(log, pledge, over);
  acknowledge(log, pledge, '2026-01-05');
  register(log, pledge, '2026-01-20');
  scheduleVisit(log, visit, [pledge]);
  conductVisit(log, visit);
  recordOutcome(log, visit, [pledge]);
  noteAav(log, pledge, '2026-03-04', '2028-03-04');
  attainL2(log, pledge, '2026-03-10');
  publishGap(log, gap);
  reserve(log, gap, pledge);
  match(log, gap, pledge, '2026-04-01');
  select(log, gap, pledge, '2026-05-01');
  signMou(log, pledge, '2026-06-01');
  passPdv(log, pledge, '2026-06-15');
  deploy(log, pledge, '2026-07-01');
};

/** Operators tell reporting to do without this event. */
export const skip = (log: Log, { id: eventId, stream, revision }: RecordedEvent): RecordedEvent =>
  log.add('reporting', 'EventSkipped', {
    group: 'reporting',
    eventId,
    stream,
    revision,
    reason: 'Unreadable',
  });
