/** The progress report and one gap, as tables of plain text. Figures are the server's; nothing is computed here. */
import type { Answer } from './http-client.ts';

interface Figures {
  readonly pledges: number;
  readonly states: number;
  readonly reached: Readonly<Record<string, number>>;
  readonly medianDays: readonly {
    readonly from: string;
    readonly to: string;
    readonly value: number | null;
    readonly counted: number;
  }[];
}

interface Report {
  readonly computedAt: string;
  readonly ruleSet: string;
  readonly overall: Figures;
  readonly byConference: readonly (Figures & { readonly code: string })[];
}

interface Gap {
  readonly mission: string;
  readonly capabilityCode: string;
  readonly number: number;
  readonly reserved: number;
  readonly left: number;
  readonly fill: string;
  readonly filledBy: readonly { readonly reference: string | null; readonly quantity: number }[];
}

const FUNNEL = [
  'ANNOUNCED',
  'ACKNOWLEDGED',
  'REGISTERED',
  'MATCHED',
  'SELECTED',
  'MOU_SIGNED',
  'READY',
  'DEPLOYED',
] as const;

export const reportTables = (body: Answer['body']): readonly string[] => {
  const { computedAt, ruleSet, overall, byConference } = body as unknown as Report;
  return [
    `${overall.pledges} pledges of ${overall.states} states, computed ${computedAt}, rules ${ruleSet}`,
    '',
    ...table(
      ['ever reached', 'pledges', 'median days'],
      FUNNEL.map((status) => [words(status), overall.reached[status] ?? 0, stepTo(status, overall)]),
    ),
    '',
    ...table(
      ['conference', 'pledges', 'states', ...FUNNEL.slice(1).map(words)],
      byConference.map(({ code, pledges, states, reached }) => [
        code,
        pledges,
        states,
        ...FUNNEL.slice(1).map((status) => reached[status] ?? 0),
      ]),
    ),
  ];
};

export const gapLine = (body: Answer['body']): string => {
  const { mission, capabilityCode, number, reserved, left, fill, filledBy } = body as unknown as Gap;
  const by = filledBy
    .map(({ reference, quantity }) => `${quantity} by ${reference ?? 'a pledge'}`)
    .join(', ');
  return `${mission} seeks ${number} ${capabilityCode}: ${reserved} held (${by}), ${left} open, ${words(fill)}`;
};

/** From the nearest point before that the report measures. */
const stepTo = (status: string, { medianDays }: Figures): string => {
  const step = medianDays.find(({ to, value }) => to === status && value !== null);
  return step ? `${step.value} after ${words(step.from)} (n=${step.counted})` : '';
};

/** Statuses in words; levels such as L2 stay as they are. */
const words = (code: string): string => (/\d/.test(code) ? code : code.toLowerCase().replaceAll('_', ' '));

/** The first column is text; numbers line up on the right, other text on the left. */
const table = (
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] => {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => String(row[column]).length)),
  );
  const isNumber = header.map((_name, column) => rows.every((row) => typeof row[column] === 'number'));
  const line = (cells: readonly (string | number)[]): string =>
    `  ${cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] === true ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join('  ')}`.trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
};
