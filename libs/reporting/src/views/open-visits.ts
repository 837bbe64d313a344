/** The visits that still owe an outcome, by unit: who is visited twice, and who waits for a visit. */
import type { Views } from '@pledgeline/event-sourcing';
import { everyRow } from '../answers/every-row.ts';
import { unitsWithoutOutcome, VISIT_DIARY, type VisitRow } from './visit-diary.view.ts';

export type OpenVisits = ReadonlyMap<string, readonly VisitRow[]>;

const OPEN = { state: { in: ['SCHEDULED', 'CONDUCTED'] } };

export const openVisits = async (views: Views): Promise<OpenVisits> => {
  const rows: VisitRow[] = [];
  for await (const { row } of everyRow<VisitRow>(views, VISIT_DIARY, OPEN)) rows.push(row);
  return visitsByUnit(rows);
};

/** Those that owe an outcome to one of these units. */
export const visitsOwing = async (
  views: Views,
  units: readonly string[],
): Promise<ReadonlyMap<string, VisitRow>> => {
  const found = await views.find<VisitRow>(VISIT_DIARY, { where: { ...OPEN, owing: { anyWord: units } } });
  return new Map(found.map(({ key, row }) => [key, row]));
};

/** In the order of their ids. */
export const visitsByUnit = (rows: readonly VisitRow[]): OpenVisits => {
  const byUnit = new Map<string, VisitRow[]>();
  const inOrder = rows.toSorted((one, other) => (one.visit.visitId < other.visit.visitId ? -1 : 1));
  for (const row of inOrder) {
    for (const unit of unitsWithoutOutcome(row)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  return byUnit;
};

/** Other open visits to a unit of this one. Checked at scheduling; a race leaves two, which are shown here. */
export const conflictsWith = (row: VisitRow, open: OpenVisits): readonly string[] => {
  const others = unitsWithoutOutcome(row).flatMap((unit) => open.get(unit) ?? []);
  return [...new Set(others.map(({ visit }) => visit.visitId))].filter((id) => id !== row.visit.visitId);
};
