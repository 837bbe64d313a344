/** What changes the tasks of pledges from outside: missions, visits, rotations and mergers. */
import { id, type Log } from './a-log.ts';
import { agreeTurns, together } from './a-partnership.ts';
import { acknowledge, announce, register } from './a-pledge.ts';
import { conductVisit, recordOutcome, scheduleVisit } from './around-a-pledge.ts';

/** Missions that the lives name: one is to close, of the other the host takes its consent back, and gives it again. */
export const missionsInDoubt = (log: Log): void => {
  for (const code of ['MINUSCA', 'UNMISS']) {
    log.add(code, 'MissionRegistered', {
      ...{ code, name: `Mission ${code}`, aliases: [], kind: 'PEACEKEEPING', hostStates: ['CAF'] },
      ...{ mandatedUntil: null, source: 'S' },
    });
  }
  log.add('MINUSCA', 'MissionClosureScheduled', { code: 'MINUSCA', closesOn: '2026-12-31', source: 'S' });
  const said = { code: 'UNMISS', source: 'S' };
  log.add('UNMISS', 'HostConsentChanged', { ...said, consent: 'WITHDRAWN', changedOn: '2026-07-01' });
  log.add('UNMISS', 'HostConsentChanged', { ...said, consent: 'GIVEN', changedOn: '2027-07-01' });
};

/** A rotation, visits to units of two states, and a consent that names the pledge of another. */
export const visitsAndMergers = (log: Log): void => {
  together(log, 'joint', 'ROTATION', 'SRB');
  agreeTurns(log, 'joint', [{ state: 'SRB', from: '2026-01-01', to: '2026-12-31' }]);
  for (const [name, memberState] of [
    ['visited', 'BGD'],
    ['waiting', 'RWA'],
  ] as const) {
    announce(log, name, { memberState, reference: `none/${memberState}/${name}` });
    acknowledge(log, name, '2026-01-05');
    register(log, name, '2026-01-20');
  }
  scheduleVisit(log, 'planned', ['visited', 'waiting']);
  conductVisit(log, 'planned');
  recordOutcome(log, 'planned', ['waiting']);
  const merger = { mergeId: id('merger'), leadState: 'BGD', role: 'UNIT', share: null } as const;
  log.add('visited', 'MergeConsented', {
    ...{ pledgeId: id('visited'), ...merger, others: [id('waiting')] },
    ...{ consentReference: 'NV/1', consentedOn: '2026-02-01' },
  });
};
