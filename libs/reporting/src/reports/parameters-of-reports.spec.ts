/** A report keeps to each parameter that it takes, refuses every other one, and says in the list of reports which they are. */
import { askedBy, closeAll, contentOf, openInMemory } from '../testing/read-models-of.ts';
import { desk } from '../testing/a-log.ts';
import { getCounted } from './counted-page.ts';
import { getReport } from './report-answer.ts';
import { reportList } from './report-list.ts';
import { getProgressReport } from './progress/progress-answer.ts';

afterEach(closeAll);

const OF_THE_REGISTER = ['conference', 'memberState', 'category', 'theme'];

/** Reports that differ from the others in what they take. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  gaps: [],
  'first-time-contributors': ['memberState', 'since'],
  'rapid-deployment': [...OF_THE_REGISTER, 'within'],
  'events-per-month': [...OF_THE_REGISTER, 'since'],
  'readiness-over-time': [...OF_THE_REGISTER, 'since'],
};

const VALUES = {
  conference: 'none',
  memberState: 'Bangladesh',
  category: 'UNIT',
  theme: 'poc',
  since: '2015-01-01',
  within: 60,
} as const;

const listed = reportList().items;

it.each(listed)('$report lists what it takes', ({ report, by, takes }) => {
  const expected = [...(by.length > 0 ? ['by'] : []), ...(TAKES[report] ?? OF_THE_REGISTER)];
  expect(takes).toEqual(expected);
});

it.each(listed)('$report takes that, and refuses the rest by name', async ({ report, by }) => {
  const { readModels } = await openInMemory();
  const taken = TAKES[report] ?? OF_THE_REGISTER;
  const allowed = [...(by.length > 0 ? ['by'] : []), ...taken];
  for (const [field, value] of Object.entries(VALUES)) {
    const ask = async () => readModels.ask(getReport, { report, [field]: value }, askedBy(desk));
    if (taken.includes(field)) {
      expect(contentOf(await ask())).toMatchObject({ report, question: { [field]: expect.anything() } });
      continue;
    }
    const refused = { kind: 'invalid', code: 'PARAMETER_NOT_TAKEN', details: { field, allowed } };
    await expect(ask()).rejects.toMatchObject(refused);
    const counted = { report, group: 'all', figure: 'pledges', [field]: value };
    await expect(readModels.ask(getCounted, counted, askedBy(desk))).rejects.toMatchObject(refused);
  }
});

it('so does progress at its own address', async () => {
  const { readModels } = await openInMemory();
  await expect(
    readModels.ask(getProgressReport, { since: '2015-01-01' }, askedBy(desk)),
  ).rejects.toMatchObject({ code: 'PARAMETER_NOT_TAKEN', details: { field: 'since' } });
});
