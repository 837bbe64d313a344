/** What happens to a pledge that is no unit: planned, begun, evidenced, met. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { id, type Log } from './a-log.ts';
import { acknowledge, announce } from './a-pledge.ts';

export const registerCourse = (
  log: Log,
  pledge: string,
  announced: Partial<DataOf<'PledgeAnnounced'>> = {},
  quantity: DataOf<'PledgeRegistered'>['quantity'] = null,
): void => {
  announce(log, pledge, { category: 'TRAINING', capabilityCode: 'TRG-COURSE', ...announced });
  acknowledge(log, pledge, '2026-01-05');
  log.add(
    pledge,
    'PledgeRegistered',
    {
      pledgeId: id(pledge),
      track: 'IMPLEMENTATION',
      capabilityCode: 'TRG-COURSE',
      quantity,
      ...NOTHING_BESIDE,
      timeframe: null,
      deployWithinDays: null,
      registrationReference: 'R',
      consentReference: null,
      level: null,
      validUntil: null,
      target: '200 trained',
      notMeasurable: false,
    },
    { on: '2026-01-20' },
  );
};

/** One milestone for each due date, named after it. */
export const plan = (log: Log, pledge: string, due: readonly string[], on = '2026-02-01') =>
  log.add(
    pledge,
    'ImplementationPlanned',
    {
      pledgeId: id(pledge),
      milestones: due.map((dueOn) => ({
        milestoneId: id(`milestone ${dueOn}`),
        text: `Done by ${dueOn}`,
        dueOn,
        measure: null,
        template: null,
      })),
      implementingBody: null,
    },
    { on },
  );

export const start = (log: Log, pledge: string, on = '2026-02-10') =>
  log.add(pledge, 'ImplementationStarted', { pledgeId: id(pledge), startedOn: on }, { on });

export const submitEvidence = (
  log: Log,
  pledge: string,
  name: string,
  over: Partial<DataOf<'EvidenceSubmitted'>> = {},
) =>
  log.add(
    pledge,
    'EvidenceSubmitted',
    {
      pledgeId: id(pledge),
      evidenceId: id(name),
      kind: 'REPORT',
      sha256: null,
      url: `https://example.org/${name}`,
      submittedOn: '2026-03-01',
      ...over,
    },
    { on: '2026-03-01' },
  );

export const meet = (log: Log, pledge: string, dueOn: string, evidence: string, on = '2026-03-02') =>
  log.add(
    pledge,
    'MilestoneMet',
    { pledgeId: id(pledge), milestoneId: id(`milestone ${dueOn}`), metOn: on, evidence: [id(evidence)] },
    { on },
  );
