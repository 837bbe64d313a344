/**
 * FGS asks for military capabilities, PD for those of police, on both tracks, and neither for the other's: accountability page,
 * section 13. Units of neither kind are asked for by the two, as they are chosen.
 */
import { capability, dayOf } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { rules } from '../rule-book.ts';
import { selectors } from '../selection/selectors.ts';
import type { Sender } from './act.ts';

/** The roles that have a field. */
const DESKS_OF_FIELDS: readonly Role[] = ['FGS', 'PD'];

const COMPONENTS: ReadonlyMap<string, Role> = new Map([
  ['military', 'FGS'],
  ['police', 'PD'],
]);

/** Whose field it is. What is carried out without PCRS, and is neither military nor police, is nobody's of the two. */
export const desksOf = (code: string | null): readonly Role[] => {
  const known = code === null ? undefined : capability(code);
  if (known?.track === 'CAPABILITY') return selectors({ capabilityCode: code });
  const desk = COMPONENTS.get(known?.component ?? '');
  return desk === undefined ? [] : [desk];
};

/** Roles without a field pass. @throws {Rejected} NOT_IN_FIELD */
export const mustBeInField = (
  { role, now }: Pick<Sender, 'role' | 'now'>,
  field: string,
  code: string | null,
): void => {
  if (!rules.inForce(dayOf(now)).asksHaveFields || !DESKS_OF_FIELDS.some((desk) => desk === role)) return;
  const allowed = desksOf(code);
  if (allowed.some((desk) => desk === role)) return;
  const asked = code ?? 'What names no capability';
  const whose =
    allowed.length === 0 ? 'is in the field of neither FGS nor PD' : `is for ${allowed.join(' or ')}`;
  throw new Rejected('forbidden', 'NOT_IN_FIELD', `${asked} ${whose}, not for ${role}.`, { field, allowed });
};
