import { aligned } from './aligned.ts';
import { reportInLines, reportListInLines, type Report } from './report-in-lines.ts';

const plain = (text: string): string => text;
const PLAIN = { strong: plain, faint: plain, good: plain, bad: plain };

const report: Report = {
  title: 'Conferences',
  ruleSet: 'pcrs-2019.01',
  definitions: 2,
  definitionsNote: 'This is about the past.',
  asOf: '2016-06-17',
  knownAt: null,
  recordedUpTo: '2026-11-23T09:00:00.000Z',
  question: { by: 'conference' },
  groups: [
    {
      code: '2015-new-york',
      name: 'Leaders’ Summit',
      figures: [
        {
          name: 'Pledges',
          unit: 'pledges',
          definition: 'promises in the register',
          value: 1234.567,
          published: [
            { value: 'over 170', source: 'A speech' },
            { value: '50 states', source: 'A fact sheet' },
          ],
        },
      ],
    },
    {
      code: 'all',
      name: 'in all',
      figures: [
        {
          name: 'Pledges',
          unit: 'pledges',
          definition: 'promises in the register',
          value: null,
          published: [{ value: 'none', source: 'A speech' }],
        },
      ],
    },
  ],
};

it('rules and times come first, published values stand beside ours, and a figure of which nothing can be said is no 0', () => {
  expect(reportInLines(report, PLAIN)).toEqual([
    'Conferences',
    'rule set        pcrs-2019.01',
    'definitions     2; This is about the past.',
    'as of           2016-06-17',
    'known at        no limit',
    'recorded up to  2026-11-23T09:00:00.000Z',
    'asked           by conference',
    '',
    '  FIGURE       OURS  UNIT     PUBLISHED',
    'Leaders’ Summit (2015-new-york)',
    '  Pledges  1,234.57  pledges  over 170 [1]',
    '                              50 states [2]',
    'in all',
    '  Pledges         –  pledges  none [1]',
    '',
    '[1] A speech',
    '[2] A fact sheet',
  ]);
});

it('definitions are told when asked for, each once', () => {
  expect(reportInLines(report, PLAIN, { definitions: true }).slice(-2)).toEqual([
    '',
    'Pledges: promises in the register',
  ]);
});

it('a report in which nothing is counted says so', () => {
  expect(reportInLines({ ...report, groups: [] }, PLAIN).at(-1)).toBe('nothing to count');
});

it('the list has what each report answers, and its groupings below', () => {
  const answers = 'How many?';
  expect(
    reportListInLines([
      { report: 'money', answers, by: [] },
      { report: 'posts', answers, by: ['capability', 'memberState'] },
    ]),
  ).toEqual(['money  How many?', 'posts  How many?', '       --by capability | memberState']);
});

it('no text breaks a line or commands the terminal, and what would have is shown', () => {
  expect(aligned([['a\r\nb', '\u001B[2Jc\u202Ed']])).toEqual(['a b  <U+001B>[2Jc<U+202E>d']);
});
