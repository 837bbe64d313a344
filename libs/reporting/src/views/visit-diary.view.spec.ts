import { aLog, id, type Log } from '../testing/a-log.ts';
import { conductVisit, recordOutcome, scheduleVisit } from '../testing/around-a-pledge.ts';
import { stateOf, unitsWithoutOutcome, visitDiary, type VisitRow } from './visit-diary.view.ts';

const given = (tell: (log: Log) => void): VisitRow => {
  const log = aLog();
  tell(log);
  let row: VisitRow | undefined;
  for (const event of log.events) row = visitDiary.projection.apply(row, event);
  return row!;
};

it('a visit is scheduled, then conducted, and recorded when every unit has its outcome', () => {
  expect(stateOf(given((log) => scheduleVisit(log, 'visit', ['one', 'two'])))).toBe('SCHEDULED');
  const conducted = given((log) => {
    scheduleVisit(log, 'visit', ['one', 'two']);
    conductVisit(log, 'visit');
    recordOutcome(log, 'visit', ['one']);
  });
  expect(stateOf(conducted)).toBe('CONDUCTED');
  expect(unitsWithoutOutcome(conducted)).toEqual([id('two')]);
  const recorded = given((log) => {
    scheduleVisit(log, 'visit', ['one', 'two']);
    conductVisit(log, 'visit');
    recordOutcome(log, 'visit', ['one']);
    recordOutcome(log, 'visit', ['two']);
  });
  expect(stateOf(recorded)).toBe('RECORDED');
  expect(recorded.conducted).toEqual({ from: '2026-03-02', to: '2026-03-04' });
  expect(recorded.reportReference).toBe('REPORT-1');
});

it('the verification for rapid deployment brings an agreement', () => {
  const row = given((log) => {
    scheduleVisit(log, 'visit', ['one'], { purpose: 'RDL' });
    conductVisit(log, 'visit');
    log.add('visit', 'RdlVerificationRecorded', {
      visitId: id('visit'),
      conductedOn: '2026-03-04',
      outcomes: [{ pledgeId: id('one'), outcome: 'SUCCESSFUL', recommendations: [] }],
      agreementReference: 'RDL-7',
    });
  });
  expect([stateOf(row), row.agreementReference]).toEqual(['RECORDED', 'RDL-7']);
});
