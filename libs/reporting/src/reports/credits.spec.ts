/** Credit by state and by role, over several pledges. Accountability page, section 6. */
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { leave, together, triangular } from '../testing/a-partnership.ts';
import { announce, withdraw } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { credits } from './credits.report.ts';
import { madeReport } from './report.ts';
import type { Question } from './report-question.ts';

afterEach(closeAll);

/** Norway's courses with three parts, of which Kenya hosts twice over, and its hospital with Serbia and Ghana, who is not confirmed. */
const told = (): Log => {
  const log = aLog();
  triangular(log, 'courses', { TRAINER: 'BRA', HOST: 'KEN' });
  const course = { pledgeId: id('courses'), courseId: id('course'), capabilityCode: null, trained: 20 };
  const held = { women: null, leaders: null, place: 'Nairobi', centre: null, languages: [] };
  log.add('courses', 'CourseDelivered', {
    ...{ ...course, ...held, from: '2026-03-01', to: '2026-03-05' },
    contributors: [
      { party: 'KEN', part: 'HOST' },
      { party: 'JPN', part: 'FUNDER' },
    ],
  });
  together(log, 'hospital', 'JOINT_DEPLOYMENT', 'SRB', 'POL');
  leave(log, 'hospital', 'POL', '2026-02-02');
  log.add('hospital', 'PartnerJoined', {
    ...{ pledgeId: id('hospital'), state: 'GHA', body: null, role: 'MONEY', part: null, share: null },
    ...{ from: '2026-01-01', to: null, leadConsentReference: null, confirmation: null },
  });
  announce(log, 'named', { memberState: 'ESP', partners: ['Kenya', 'Uganda'] });
  announce(log, 'withdrawn', { memberState: 'ITA' });
  withdraw(log, 'withdrawn', '2026-02-01');
  return log;
};

const asked = async (question: Question = {}) => {
  const context = await contextOf(told().events);
  const { groups } = await madeReport(credits, context, question, desk, '2026-11-23T09:00:00.000Z');
  return new Map(
    groups.map(({ code, figures }) => [
      code,
      Object.fromEntries(figures.flatMap(({ figure, value }) => (value === 0 ? [] : [[figure, value]]))),
    ]),
  );
};

it('by state: each once for each role on each pledge, and who is named, left, alone or took it back is not there', async () => {
  expect(Object.fromEntries(await asked())).toEqual({
    all: { pledges: 3, states: 6, asTrainer: 1, asFunder: 1, asHost: 1, withUnits: 3 },
    BRA: { pledges: 1, states: 1, asTrainer: 1 },
    ESP: { pledges: 1, states: 1, withUnits: 1 },
    JPN: { pledges: 1, states: 1, asFunder: 1 },
    KEN: { pledges: 1, states: 1, asHost: 1 },
    NOR: { pledges: 2, states: 1, withUnits: 2 },
    SRB: { pledges: 1, states: 1, withUnits: 1 },
  });
});

it('by role: each state once', async () => {
  expect(Object.fromEntries(await asked({ by: 'role' }))).toEqual({
    all: { pledges: 3, states: 6 },
    FUNDER: { pledges: 1, states: 1 },
    HOST: { pledges: 1, states: 1 },
    TRAINER: { pledges: 1, states: 1 },
    UNIT: { pledges: 3, states: 3 },
  });
});

it('about one state, it finds the pledges of others in whose courses it stands', async () => {
  expect([...(await asked({ memberState: 'Japan' })).keys()]).toEqual(['all', 'JPN']);
  expect([...(await asked({ memberState: 'Japan', by: 'role' })).keys()]).toEqual(['all', 'FUNDER']);
  expect([...(await asked({ memberState: 'Uganda' })).keys()]).toEqual(['all']);
});
