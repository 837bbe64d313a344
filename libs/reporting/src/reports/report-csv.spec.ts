/** found.md, B9: a report as CSV begins no formula in a spreadsheet, and its numbers stay numbers. */
import { parse } from 'csv-parse/sync';
import { reportCsv } from './report-csv.ts';
import type { AnsweredReport } from './report.schema.ts';
import fc from 'fast-check';

/** One figure, with a text of the caller's wherever one may stand. */
const reportOf = (text: string, value: number | null): AnsweredReport => ({
  report: 'states',
  title: text,
  ruleSet: 'pcrs-2026.11',
  definitions: 2,
  definitionsNote: null,
  asOf: null,
  knownAt: null,
  recordedUpTo: null,
  computedAt: '2026-11-23T09:00:00.000Z',
  question: {},
  groups: [
    {
      code: text,
      name: text,
      figures: [
        {
          figure: 'pledges',
          name: text,
          value,
          unit: text,
          definition: text,
          counted: { kind: 'pledges', total: 1, ids: [text], href: text },
          published: [{ value: text, source: text }],
        },
      ],
    },
  ],
});

const rowOf = (text: string, value: number | null = 1): Readonly<Record<string, string>> => {
  const [row] = parse<Record<string, string>>(reportCsv(reportOf(text, value)), { columns: true });
  return row ?? {};
};

it.each(['=1+1', '=HYPERLINK("http://x.example","Kenya")', '+41 22', '-2+3', '@SUM(A1)', '\t=1', '＝1'])(
  '%j is a formula in no cell',
  (text) => {
    const cells = Object.values(rowOf(text));
    expect(cells).not.toContain(text);
    expect(cells.filter((cell) => cell === `'${text}`)).toHaveLength(8);
  },
);

it.each([
  [-3.5, '-3.5'],
  [3580245.3, '3580245.3'],
  [0, '0'],
  [null, ''],
])('the figure %d stays a number', (value, cell) => expect(rowOf('x', value)['value']).toBe(cell));

it('whatever a text is, no cell begins a formula, and all stand in one line', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=', '-', '+a', '@', "'=", 'a\r\n=b'));
  fc.assert(
    fc.property(text, fc.integer(), (of, value) => {
      const lines = parse(reportCsv(reportOf(of, value)));
      expect(lines).toHaveLength(2);
      const begun = (lines[1] ?? []).filter((cell) => /^\s*[=@＝＠]|^\s*[+-](?![\d.,]+$)/u.test(cell));
      expect(begun).toEqual([]);
    }),
  );
});
