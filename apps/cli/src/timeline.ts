/** A pledge's history as lines: when, what, who, in which words, at which revision. */
import type { PledgeEvent } from '@pledgeline/contracts';
import { oneLine } from './aligned.ts';
import {
  formatCorrection,
  formatObjection,
  formatStruck,
  type EventObjected,
  type EventStruck,
  type FieldCorrected,
} from './format-correction.ts';
import { formatEvent } from './format-event.ts';
import type { Paint } from './terminal.ts';

/** As much of a recorded event as people read. */
export type PastEvent = PledgeEvent & {
  readonly revision: number;
  /** Older servers do not say. */
  readonly corrections?: readonly FieldCorrected[];
  readonly struck?: EventStruck | null;
  readonly objection?: EventObjected | null;
  readonly metadata: {
    /** Told to those who may read names of persons. */
    readonly actor?: string;
    readonly role: string;
    readonly onBehalfOf: string | null;
    readonly occurredOn: string | null;
  };
};

const NO_DATE = 'no date';

/** One line an event, columns lined up, and below it one for each field that was corrected since, one for an objection, and one if it was struck. */
export const timeline = (events: readonly PastEvent[], paint: Paint): readonly string[] => {
  const rows = events.map((event) => ({
    date: oneLine(event.metadata.occurredOn ?? NO_DATE),
    type: oneLine(event.type),
    who: oneLine(whoActed(event)),
    words: oneLine(formatEvent(event)),
    revision: `#${event.revision}`,
    corrected: [
      ...(event.corrections ?? []).map(formatCorrection),
      ...(event.objection ? [formatObjection(event.objection)] : []),
      ...(event.struck ? [formatStruck(event.struck)] : []),
    ],
  }));
  const width = (column: Exclude<keyof (typeof rows)[number], 'corrected'>): number =>
    Math.max(0, ...rows.map((row) => row[column].length));
  const widths = { date: width('date'), type: width('type'), who: width('who'), revision: width('revision') };
  return rows.flatMap(({ date, type, who, words, revision, corrected }) => [
    [
      paint.faint(revision.padStart(widths.revision)),
      date.padEnd(widths.date),
      paint.strong(type.padEnd(widths.type)),
      paint.faint(who.padEnd(widths.who)),
      words,
    ]
      .join('  ')
      .trimEnd(),
    ...corrected.map((line) => `${' '.repeat(widths.revision)}  ${paint.bad(line)}`),
  ]);
};

const whoActed = ({ metadata: { actor, role, onBehalfOf } }: PastEvent): string => {
  const inRole = onBehalfOf === null ? role : `${role} ${onBehalfOf}`;
  return actor === undefined ? inRole : `${actor} (${inRole})`;
};
