/** The visits that still owe an outcome, by unit: who is visited twice, and who waits for a visit. */
import type { Views } from '@pledgeline/event-sourcing';
import { everyRow } from '../answers/every-row.ts';
import { unitsWithoutOutcome, VISIT_DIARY, type VisitRow } from './visit-diary.view.ts';

export type OpenVisits = ReadonlyMap<string, readonly VisitRow[]>;

export const openVisits = async (views: Views): Promise<OpenVisits> => {
  const byUnit = new Map<string, VisitRow[]>();
  const owing = { state: { in: ['SCHEDULED', 'CONDUCTED'] } };
  for await (const { row } of everyRow<VisitRow>(views, VISIT_DIARY, owing)) {
    for (const unit of unitsWithoutOutcome(row)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  return byUnit;
};

/** Other open visits to a unit of this one. Checked at scheduling; a race leaves two, which are shown here. */
export const conflictsWith = (row: VisitRow, open: OpenVisits): readonly string[] => {
  const others = unitsWithoutOutcome(row).flatMap((unit) => open.get(unit) ?? []);
  return [...new Set(others.map(({ visit }) => visit.visitId))].filter((id) => id !== row.visit.visitId);
};
