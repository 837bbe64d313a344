/** The refusal of a name that is no state's, or of several: with the names that may have been meant. */
import { Rejected } from '@pledgeline/event-sourcing';
import { memberState, type MemberState } from './member-state.ts';
import { nearestMemberStates, statesNamed } from './state-name.ts';

/** UNKNOWN_STATE, naming the field. */
export const unknownState = (field: string, written: string): Rejected => {
  const candidates = statesNamed(written).flatMap((code) => memberState(code) ?? []);
  if (candidates.length > 0) {
    return refused(`Several states are called "${written}": ${listed(candidates)}. Write the code.`, {
      field,
      candidates: candidates.map(shown),
    });
  }
  const nearest = nearestMemberStates(written);
  const hint = nearest.length === 0 ? '' : ` Nearest: ${listed(nearest)}.`;
  return refused(`No member state or listed organisation is known as "${written}".${hint}`, {
    field,
    nearest: nearest.map(shown),
  });
};

const refused = (message: string, details: object): Rejected =>
  new Rejected('invalid', 'UNKNOWN_STATE', message, { ...details });

const listed = (states: readonly MemberState[]): string =>
  states.map(({ name, code }) => `${name} (${code})`).join(', ');

const shown = ({ code, name }: MemberState) => ({ code, name });
