/** The fields of an announcement must agree with each other. A field that was not stated is never asked for. */
import { capability, memberState, TAGS, unknownState } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { invalid } from '../refusal.ts';

type Said = DataOf<'PledgeAnnounced'>;

/** @throws {Rejected} UNKNOWN_THEME, STANDING_MISMATCH, PART_OF_ITSELF or UNKNOWN_STATE */
export const mustBeConsistent = (said: Said): void => {
  mustHaveThemes(said);
  const { pledgeId, standing, renews, terms } = said;
  if (standing === 'NEW' && renews !== null) {
    throw invalid('STANDING_MISMATCH', 'A new promise renews no other. State RENEWED or UPDATED.', {
      field: 'standing',
      allowed: ['RENEWED', 'UPDATED'],
    });
  }
  for (const [field, other] of [
    ['renews', renews],
    ['terms.partOfUnit', terms?.partOfUnit],
  ] as const) {
    if (other === pledgeId) throw invalid('PART_OF_ITSELF', 'Name another pledge than this one.', { field });
  }
  const host = terms?.hostState ?? null;
  if (host !== null && memberState(host) === undefined) throw unknownState('terms.hostState', host);
};

/** Many themes, one of them the main one: its own, or of the capability. */
const mustHaveThemes = ({ themes: tags, mainTheme, capabilityCode }: Said): void => {
  const unknown = tags.find((tag) => !TAGS.includes(tag));
  if (unknown !== undefined) throw noSuchTheme('themes', unknown);
  if (mainTheme !== null && !TAGS.includes(mainTheme)) throw noSuchTheme('mainTheme', mainTheme);
  const own: readonly string[] =
    (capabilityCode === null ? undefined : capability(capabilityCode)?.themes) ?? [];
  const allowed = [...new Set([...own, ...tags])];
  if (mainTheme === null || allowed.includes(mainTheme)) return;
  throw invalid('UNKNOWN_THEME', `${mainTheme} is none of the themes of this pledge.`, {
    field: 'mainTheme',
    allowed,
  });
};

const noSuchTheme = (field: string, written: string) =>
  invalid('UNKNOWN_THEME', `${written} is no theme.`, { field, allowed: TAGS });
