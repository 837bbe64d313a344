/** A match of which it is not known what it takes beside its number. */
import type { FACTOR_SOURCES } from '../vocabulary.data.ts';

interface MeasuresTaken {
  readonly takes: number | null;
  readonly units: number | null;
  readonly persons: number | null;
  readonly aircraft: number | null;
  readonly personsPerUnit: number | null;
  readonly personsPerUnitFrom: (typeof FACTOR_SOURCES)[number] | null;
}

export const NOT_MEASURED: MeasuresTaken = {
  takes: null,
  units: null,
  persons: null,
  aircraft: null,
  personsPerUnit: null,
  personsPerUnitFrom: null,
};
