/**
 * A finding leads to a need, a need to a pledge, a pledge to a course, a course to its evaluation, and each page shows both
 * neighbours; trainers read the finding when its state consents, and as long as it does. Accountability page, section 7.
 * Long because one loop is told once, and read by everybody.
 */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { announcePromise, startPromise } from '../testing/implementation-steps.ts';
import { idIn, startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

const FOUND = 'No drill against improvised devices';
const OTHER = 'Radios are not charged';

let scenario: Scenario;
let unit: string;
let finding: string;
let need: string;
let pledge: string;
let course: string;
let evaluation: string;

const last = (answer: Body): string => String((answer.items as readonly Body[]).at(-1)?.findingId);

beforeAll(async () => {
  scenario = await startScenario();
  const evaluator = scenario.as('EVAL');
  unit = await deployedUnit(scenario);
  const assessment = {
    tool: 'CPAS',
    reportReference: 'CPAS/2026/4',
    result: 'NEEDS_IMPROVEMENT',
    improvementPlan: { text: 'A drill each week', dueOn: '2099-06-30' },
  };
  await evaluator.post(`/pledges/${unit}/assessments`, {
    ...assessment,
    findings: [FOUND],
    occurredOn: '2026-02-01',
  });
  await scenario.as('MISSION').post(`/pledges/${unit}/assessments`, {
    ...assessment,
    tool: 'INSPECTION',
    result: 'UNSATISFACTORY',
    findings: [OTHER],
    occurredOn: '2026-03-01',
  });
  finding = last(await evaluator.get('/findings'));
  need = await evaluator.makes('/needs', {
    kind: 'TRAINING',
    text: 'A drill for one battalion',
    capabilityCode: 'TRG-CIED',
    memberState: 'Rwanda',
  });
  await evaluator.post(`/pledges/${unit}/findings/${finding}/follow-up`, { needId: need });
  const said = { category: 'TRAINING', capabilityCode: 'TRG-CIED', description: 'A mobile team', need };
  pledge = await startPromise(scenario, 'CAN', said, [{ text: 'Held', dueOn: '2026-12-31' }]);
  course = idIn(
    await scenario.as('IMPL').post(`/pledges/${pledge}/courses`, {
      trained: 40,
      women: 12,
      place: 'Kigali',
      contributors: [{ party: 'Canada', part: 'TRAINER' }],
      from: '2026-05-04',
      to: '2026-05-15',
    }),
  );
  const { delivered } = await evaluator.get(`/pledges/${pledge}`);
  course = String(((delivered as Body).courses as readonly Body[])[0]?.courseId);
  await evaluator.post(`/pledges/${pledge}/courses/${course}/evaluations`, {
    result: 'PARTLY_EFFECTIVE',
    text: 'Drills are held, and seldom at night',
    occurredOn: '2026-08-01',
  });
  const { evaluations } = await evaluator.get(`/pledges/${pledge}/courses/${course}`);
  evaluation = String((evaluations as readonly Body[])[0]?.evaluationId);
});
afterAll(() => scenario.close());

const pages = (): readonly string[] => [
  `/pledges/${unit}/findings/${finding}`,
  `/needs/${need}`,
  `/pledges/${pledge}`,
  `/pledges/${pledge}/courses/${course}`,
  `/pledges/${pledge}/courses/${course}/evaluations/${evaluation}`,
];

describe('each page shows both neighbours', () => {
  it.each(['EVAL', 'DESK', 'AUDITOR'])('to %s', async (role) => {
    const [ofFinding, ofNeed, ofPledge, ofCourse, ofEvaluation] = await Promise.all(
      pages().map((path) => scenario.as(role).get(path)),
    );
    const found = { findingId: finding, pledgeId: unit, text: FOUND, tool: 'CPAS' };
    const needed = { needId: need, whose: 'Rwanda' };
    const held = { courseId: course, pledgeId: pledge, place: 'Kigali', trained: 40 };
    const judged = { evaluationId: evaluation, courseId: course, result: 'PARTLY_EFFECTIVE' };
    expect(ofFinding).toMatchObject({
      unit: { pledgeId: unit, status: 'DEPLOYED' },
      need: needed,
      pledges: [{ pledgeId: pledge }],
      courses: [held],
      evaluations: [judged],
      outcome: 'EVALUATED',
      mission: 'MINUSCA',
    });
    expect(ofNeed).toMatchObject({ findings: [found], pledges: [{ pledgeId: pledge }] });
    expect(ofPledge?.feedback).toMatchObject({
      findings: [found],
      needs: [needed],
      courses: [held],
      evaluations: [judged],
    });
    expect(ofCourse).toMatchObject({
      pledge: { pledgeId: pledge },
      needs: [needed],
      findings: [found],
      evaluations: [{ ...judged, text: 'Drills are held, and seldom at night' }],
    });
    expect(ofEvaluation).toMatchObject({ course: held, pledge: { pledgeId: pledge }, findings: [found] });
  });

  it('to the state of the unit, which reads the evaluation of the course that another state gave', async () => {
    const [ofFinding, ofNeed, , ofCourse] = await Promise.all(
      pages().map((path) => scenario.as('MS', 'RWA').get(path)),
    );
    expect(ofFinding).toMatchObject({ result: 'NEEDS_IMPROVEMENT', outcome: 'EVALUATED' });
    expect(ofNeed).toMatchObject({ findings: [{ findingId: finding }] });
    expect(ofCourse).toMatchObject({ evaluations: [{ evaluationId: evaluation }] });
  });

  it('to the state that gave the course all but the finding, and to the public what is public', async () => {
    const canada = scenario.as('MS', 'CAN');
    expect((await canada.ask(pages()[0] ?? '')).status).toBe(404);
    const [ofNeed, ofPledge, ofCourse, ofEvaluation] = await Promise.all(
      pages()
        .slice(1)
        .map((path) => canada.get(path)),
    );
    expect(ofNeed).toMatchObject({ findings: [], pledges: [{ pledgeId: pledge }] });
    expect(ofPledge?.feedback).toMatchObject({ findings: [], needs: [{ needId: need }] });
    expect(ofCourse).toMatchObject({ findings: [], evaluations: [{ evaluationId: evaluation }] });
    expect(ofEvaluation).toMatchObject({ findings: [], course: { courseId: course } });
    const anybody = scenario.as('PUBLIC');
    expect((await anybody.get(`/pledges/${pledge}`)).feedback).toEqual({
      findings: [],
      needs: [],
      courses: [expect.objectContaining({ courseId: course })],
      evaluations: [],
    });
    expect(await anybody.get(pages()[3] ?? '')).toMatchObject({ needs: [], findings: [], evaluations: [] });
    for (const path of [pages()[0], pages()[1], pages()[4], '/findings'])
      expect((await anybody.ask(path ?? '')).status).toBe(403);
  });
});

describe('the list', () => {
  it('is filtered and counted by tool and by outcome, also as CSV', async () => {
    const desk = scenario.as('DESK');
    expect(await desk.get('/findings')).toMatchObject({
      total: 2,
      items: [{ text: OTHER }, { text: FOUND }],
      byTool: [
        { code: 'CPAS', findings: 1 },
        { code: 'INSPECTION', findings: 1 },
      ],
      byOutcome: [
        { code: 'OPEN', findings: 1 },
        { code: 'EVALUATED', findings: 1 },
      ],
      byResult: [
        { code: 'NEEDS_IMPROVEMENT', findings: 1 },
        { code: 'UNSATISFACTORY', findings: 1 },
      ],
    });
    for (const [filter, found] of [
      ['tool=CPAS', [FOUND]],
      ['tool=AAV', []],
      ['outcome=OPEN', [OTHER]],
      ['outcome=EVALUATED&tool=INSPECTION', []],
      ['result=UNSATISFACTORY', [OTHER]],
      ['memberState=Rwanda&mission=minusca', [OTHER, FOUND]],
      ['memberState=Kenya', []],
      ['from=2026-02-02', [OTHER]],
      ['to=2026-02-01', [FOUND]],
    ] as const) {
      const { items, total } = await desk.get(`/findings?${filter}`);
      expect([(items as readonly Body[]).map(({ text }) => text), total]).toEqual([found, found.length]);
    }
    const asked = { 'x-pledgeline-actor': 'desk', 'x-pledgeline-role': 'DESK' };
    const csv = (query: string, headers = {}): Promise<Response> =>
      fetch(`${scenario.url}/findings${query}`, { headers: { ...asked, ...headers } });
    const answer = await csv('?format=csv&tool=CPAS&limit=1');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = await answer.text();
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(FOUND);
    expect(await (await csv('', { accept: 'text/csv' })).text()).toContain(OTHER);
  });

  it('is walked a page at a time, and each finding is met once', async () => {
    const desk = scenario.as('DESK');
    const first = await desk.get('/findings?limit=1');
    const second = await desk.get(`/findings?limit=1&cursor=${String(first.next)}`);
    expect([first, second].map(last)).toEqual([expect.not.stringMatching(finding), finding]);
    expect(second.next).toBeNull();
    expect((await desk.ask(`/findings?tool=CPAS&cursor=${String(first.next)}`)).body.code).toBe('BAD_CURSOR');
  });
});

describe('what leads on must be there, and nobody judges what he recorded', () => {
  it.each([
    ['needId', 'NEED_NOT_FOUND'],
    ['ledToPledgeId', 'PLEDGE_NOT_FOUND'],
  ])('%s that nobody published: %s', async (field, code) => {
    const nowhere = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f65';
    const path = `/pledges/${unit}/findings/${finding}/follow-up`;
    expect(await scenario.as('EVAL').isRefused(path, { [field]: nowhere })).toMatchObject({ code, field });
  });

  it('the desk that recorded a course for a body does not judge it', async () => {
    const said = { category: 'TRAINING', capabilityCode: 'TRG-CIED', description: 'Another team' };
    const other = await startPromise(scenario, 'CAN', { ...said, terms: { implementingBody: 'UNITAR' } }, [
      { text: 'Held', dueOn: '2026-12-31' },
    ]);
    await scenario.as('DESK').post(`/pledges/${other}/courses`, {
      trained: 10,
      place: 'Geneva',
      from: '2026-05-04',
      to: '2026-05-15',
      onBehalfOf: { body: 'UNITAR', paper: { reference: 'Cable 7', date: '2026-05-20' } },
    });
    const { delivered } = await scenario.as('EVAL').get(`/pledges/${other}`);
    const [held] = (delivered as Body).courses as readonly Body[];
    const path = `/pledges/${other}/courses/${String(held?.courseId)}/evaluations`;
    const judged = { result: 'EFFECTIVE', text: 'All pass' };
    expect(await scenario.as('DESK').isRefused(path, judged)).toMatchObject({ code: 'SAME_PERSON' });
    await scenario.as('EVAL').post(path, { ...judged, internal: true });
    const shown = async (voice: Voice) =>
      (await voice.get(`/pledges/${other}/courses/${String(held?.courseId)}`)).evaluations;
    expect(await shown(scenario.as('MS', 'CAN'))).toHaveLength(1);
    expect(await shown(scenario.as('MS', 'RWA'))).toEqual([]);
  });
});

describe('trainers read findings while the state consents', () => {
  const consent = (): string => `/pledges/${unit}/findings-consent`;
  const seenBy = async (voice: Voice, times = ''): Promise<readonly string[]> => {
    const { items, total } = await voice.get(`/findings${times}`);
    expect(total).toBe((items as readonly Body[]).length);
    return (items as readonly Body[]).map(({ text }) => String(text)).sort();
  };
  const trainer = () => scenario.as('PARTNER', 'CAN');
  const ofBody = () => scenario.as('PARTNER', undefined, 'unitar');
  const outsiders = (): readonly [string, Voice][] => [
    ["another state's trainer", scenario.as('PARTNER', 'NOR')],
    ['a trainer of another body', scenario.as('PARTNER', undefined, 'KAIPTC')],
    ['a trainer of nobody', scenario.as('PARTNER')],
    ['the focal point of the state of the trainers', scenario.as('MS', 'CAN')],
    ['another state', scenario.as('MS', 'KOR')],
  ];

  it('nobody without consent', async () => {
    for (const [, voice] of [...outsiders(), ['the trainer', trainer()] as const])
      expect(await seenBy(voice)).toEqual([]);
    expect((await trainer().ask(pages()[0] ?? '')).body.code).toBe('FINDING_NOT_FOUND');
  });

  it('nobody consents for another state', async () => {
    for (const voice of [scenario.as('MS', 'CAN'), trainer(), scenario.as('IMPL'), scenario.as('EVAL')])
      expect((await voice.isRefused(consent(), { states: ['Canada'] })).code).toBe('FORBIDDEN');
    const rwanda = scenario.as('MS', 'RWA');
    expect(await rwanda.isRefused(consent(), {})).toMatchObject({
      code: 'TRAINERS_MISSING',
      field: 'states',
    });
    expect(await rwanda.isRefused(consent(), { states: ['Cnaada'] })).toMatchObject({
      code: 'UNKNOWN_STATE',
    });
  });

  it('the trainers named, and what was found alone', async () => {
    await scenario.as('MS', 'RWA').post(consent(), { states: ['Canada'], occurredOn: '2026-03-10' });
    expect(await seenBy(trainer())).toEqual([FOUND, OTHER]);
    for (const [, voice] of outsiders()) expect(await seenBy(voice)).toEqual([]);
    const page = await trainer().get(pages()[0] ?? '');
    expect(page).toMatchObject({ text: FOUND, tool: 'CPAS', result: null, reportReference: null });
    expect(await seenBy(trainer(), '?result=UNSATISFACTORY')).toEqual([]);
    const elsewhere = await Promise.all(
      [`/pledges/${unit}`, `/pledges/${unit}/history`, '/work-queue'].map((path) => trainer().get(path)),
    );
    expect(JSON.stringify([page, ...elsewhere])).not.toMatch(/A drill each week|CPAS\/2026|UNSATISFACTORY/);
    const { feedback } = await trainer().get(`/pledges/${pledge}`);
    expect(feedback).toMatchObject({ findings: [{ findingId: finding }] });
    const { internal } = await scenario.as('MS', 'RWA').get(`/pledges/${unit}`);
    expect((internal as Body).findingsSharedWith).toEqual({ states: ['CAN'], bodies: [] });
  });

  it('bodies where a body is named', async () => {
    await scenario.as('MS', 'RWA').post(consent(), { bodies: ['UNITAR'] });
    expect(await seenBy(ofBody())).toEqual([FOUND, OTHER]);
    for (const [, voice] of outsiders()) expect(await seenBy(voice)).toEqual([]);
    expect(await seenBy(scenario.as('PARTNER', 'NOR'))).toEqual([]);
  });

  it('after it is withdrawn nobody, neither of now nor of a day on which it stood', async () => {
    const [day, moment] = [new Date().toISOString().slice(0, 10), new Date().toISOString()];
    const pasts = [
      '?asOf=2026-04-01',
      `?asOf=${day}`,
      `?knownAt=${moment}`,
      `?asOf=${day}&knownAt=${moment}`,
    ];
    expect(await seenBy(trainer(), '?asOf=2026-04-01')).toEqual([FOUND, OTHER]);
    await scenario.as('MS', 'RWA').post(`${consent()}/withdrawal`, { states: ['Canada'] });
    for (const times of ['', `?asOf=${day}`]) expect(await seenBy(ofBody(), times)).toEqual([FOUND, OTHER]);
    await scenario.as('MS', 'RWA').post(`${consent()}/withdrawal`, {});
    for (const [, voice] of [...outsiders(), ['', trainer()] as const, ['', ofBody()] as const])
      for (const times of ['', ...pasts]) expect(await seenBy(voice, times)).toEqual([]);
    for (const times of pasts)
      expect((await trainer().ask(`${pages()[0] ?? ''}${times}`)).body.code).toBe('FINDING_NOT_FOUND');
    expect(await seenBy(scenario.as('MS', 'RWA'), `?asOf=${day}`)).toEqual([FOUND, OTHER]);
  });
});

it('a pledge that is taken back is no answer: the finding waits for another', async () => {
  const evaluator = scenario.as('EVAL');
  const { items } = await evaluator.get('/findings?tool=INSPECTION');
  const other = String((items as readonly Body[])[0]?.findingId);
  const offered = await announcePromise(scenario, 'NOR', {
    category: 'TRAINING',
    capabilityCode: 'TRG-CIED',
    description: 'Chargers',
  });
  await evaluator.post(`/pledges/${unit}/findings/${other}/follow-up`, { ledToPledgeId: offered });
  const outcome = async () => (await evaluator.get(`/pledges/${unit}/findings/${other}`)).outcome;
  expect(await outcome()).toBe('PLEDGE');
  await scenario.as('MS', 'NOR').post(`/pledges/${offered}/withdrawal`, { reason: 'No budget' });
  expect(await outcome()).toBe('OPEN');
});
