/**
 * The visits that still owe an outcome, kept to notice that a unit is to be visited twice. Behind the log by a moment: two
 * visits scheduled at the same time may both pass.
 */
import type { DataOf } from '@pledgeline/contracts';
import type { Projection, Views } from '@pledgeline/event-sourcing';

interface OpenVisitRow {
  readonly memberState: string;
  /** Units without an outcome. */
  readonly waiting: readonly string[];
}

export const openVisits: Projection<OpenVisitRow> = {
  name: 'open-visits',
  version: 1,
  columns: { memberState: ({ memberState }) => memberState },
  handles: ['AavScheduled', 'AavOutcomeRecorded', 'RdlVerificationRecorded'],
  keyOf: ({ data }) => (data as DataOf<'AavScheduled'>).visitId,
  apply: (row, { type, data }) => {
    if (type === 'AavScheduled') {
      const { memberState, units } = data as DataOf<'AavScheduled'>;
      return { memberState, waiting: units };
    }
    const judged = (data as DataOf<'AavOutcomeRecorded'>).outcomes.map(({ pledgeId }) => pledgeId);
    const waiting = row?.waiting.filter((unit) => !judged.includes(unit)) ?? [];
    return row && waiting.length > 0 ? { ...row, waiting } : undefined;
  },
};

/** Ids of the open visits of each unit of a state. */
export const openVisitsTo = async (
  views: Views,
  memberState: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = await views.find<OpenVisitRow>(openVisits.name, { where: { memberState } });
  const byUnit = new Map<string, string[]>();
  for (const { key, row } of found) {
    for (const unit of row.waiting) byUnit.set(unit, [...(byUnit.get(unit) ?? []), key]);
  }
  return byUnit;
};
