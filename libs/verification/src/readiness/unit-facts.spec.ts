import { metaFor } from '@pledgeline/event-sourcing/testing';
import { id, registerUnit } from '../testing/a-unit.ts';
import { NOW, startProcess, wholeLog } from '../testing/a-world.ts';
import { openLog, openViews } from '../testing/log-and-views.ts';
import { lookUpUnits } from './unit-facts.ts';
import type { VisitCommand } from './visit.ts';
import { workProjector, workViews } from '../work-views.ts';

const [one, two, unknown, visitId] = [id(11), id(12), id(13), id(31)] as const;

/** Two registered units, and a visit to both as far as it has come. */
const after = async (...commands: readonly VisitCommand[]) => {
  const store = openLog(NOW);
  const { pledges, visits } = startProcess(store);
  await registerUnit(pledges, one);
  await registerUnit(pledges, two);
  for (const command of commands) await visits(`visit-${visitId}`, command);
  const views = await workViews(openViews);
  await workProjector(views, store).handle(await wholeLog(store));
  return lookUpUnits(pledges, views);
};

const meta = (n: number) => metaFor({ role: 'SFGC', now: NOW, commandId: id(600 + n) });
const facts = (pledgeId: string, openVisits: readonly string[]) => ({
  pledgeId,
  status: 'REGISTERED',
  memberState: 'KOR',
  level: 'L1',
  openVisits,
});

const schedule = async (): Promise<VisitCommand> => ({
  type: 'ScheduleVisit',
  meta: meta(1),
  data: {
    visitId,
    purpose: 'AAV',
    memberState: null,
    from: '2025-02-01',
    to: '2025-02-02',
    mode: 'REMOTE',
    team: [],
    units: await (await after())([one, two]),
  },
});
const conduct: VisitCommand = {
  type: 'ConductVisit',
  meta: meta(2),
  data: { visitId, from: '2025-02-01', to: '2025-02-02', checklists: [] },
};
const judge = (n: number, pledgeId: string): VisitCommand => ({
  type: 'RecordVisitOutcome',
  meta: meta(n),
  data: {
    visitId,
    outcomes: [{ pledgeId, outcome: 'SUCCESSFUL', recommendations: [] }],
    reportReference: 'AAV/1',
    agreementReference: null,
  },
});

it('units are looked up in the order they were named, unknown ones as such', async () => {
  const lookUp = await after();
  expect(await lookUp([two, unknown, one])).toEqual([
    facts(two, []),
    { pledgeId: unknown, status: null, memberState: '', level: null, openVisits: [] },
    facts(one, []),
  ]);
});

it('a visit is open to its units from the day it is scheduled', async () => {
  const lookUp = await after(await schedule());
  expect(await lookUp([one, two])).toEqual([facts(one, [visitId]), facts(two, [visitId])]);
});

it('and until each has its outcome', async () => {
  const half = await after(await schedule(), conduct, judge(3, one));
  expect(await half([one, two])).toEqual([facts(one, []), facts(two, [visitId])]);
  const whole = await after(await schedule(), conduct, judge(3, one), judge(4, two));
  expect(await whole([one, two])).toEqual([facts(one, []), facts(two, [])]);
});
