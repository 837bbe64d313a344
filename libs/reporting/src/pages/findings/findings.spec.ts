/** Filters of findings take several values, like those of the other lists: any of them fits. Accountability page, section 15. */
import { aLog, desk, id, type Log } from '../../testing/a-log.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { findingsFound } from './findings.ts';

afterEach(closeAll);

const assess = (log: Log, name: string, on: string, said: object): void => {
  const findings = [{ findingId: id(`finding of ${name}`), text: 'Patrols start late' }];
  const assessment = {
    pledgeId: id(name),
    assessmentId: id(`assessment of ${name}`),
    assessedOn: on,
    findings,
  };
  const rest = { reportReference: 'FC/1', improvementPlan: null, ...said };
  log.add(name, 'PerformanceAssessed', { ...assessment, ...rest }, { on });
};

const found = async (filters: object): Promise<readonly string[]> => {
  const log = aLog();
  wholeLife(log, 'one');
  wholeLife(log, 'two', { memberState: 'RWA', reference: 'none/RWA/two' });
  wholeLife(log, 'three', { memberState: 'NOR', reference: 'none/NOR/three' });
  assess(log, 'one', '2026-09-01', { tool: 'COMMANDER_EVALUATION', result: 'NEEDS_IMPROVEMENT' });
  assess(log, 'two', '2026-09-02', { tool: 'CPAS', result: 'SATISFACTORY' });
  assess(log, 'three', '2026-09-03', { tool: 'COMMANDER_EVALUATION', result: 'UNSATISFACTORY' });
  const { items } = await findingsFound(await contextOf(log.events), filters, desk);
  return items.map(({ memberState }) => memberState);
};

it.each([
  [{}, ['NOR', 'RWA', 'BGD']],
  [{ memberState: ['RWA', 'Norway'] }, ['NOR', 'RWA']],
  [{ memberState: 'RWA' }, ['RWA']],
  [{ tool: ['CPAS', 'COMMANDER_EVALUATION'] }, ['NOR', 'RWA', 'BGD']],
  [{ tool: ['CPAS'] }, ['RWA']],
  [{ result: ['NEEDS_IMPROVEMENT', 'UNSATISFACTORY'] }, ['NOR', 'BGD']],
  [{ mission: ['UNMISS', 'MINUSCA'] }, ['NOR', 'RWA', 'BGD']],
  [{ mission: ['UNMISS'] }, []],
  [{ outcome: ['OPEN', 'NEED'] }, ['NOR', 'RWA', 'BGD']],
  [{ capabilityCode: ['HOSP-L2'] }, []],
  [{ tool: ['COMMANDER_EVALUATION'], memberState: ['BGD', 'RWA'] }, ['BGD']],
])('%j finds those of any of the values of each filter', async (filters, states) => {
  expect(await found(filters)).toEqual(states);
});
