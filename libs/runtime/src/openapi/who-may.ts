/** Who may use an operation, as its description says it: from the rule by which the server lets callers in. */
import { EVERYBODY, peopleAmong } from '@pledgeline/contracts';
import type { AccessRule, Role } from '@pledgeline/contracts';

/** How far the rule reaches for callers, in a sentence for them. */
const REACH: Readonly<Record<AccessRule['reach'], (roles: readonly Role[]) => string>> = {
  OWN: (roles) => {
    const who = roles.includes('MS') ? 'A member state' : 'A partner';
    const both = roles.includes('MS') && roles.includes('PARTNER');
    return ` ${both ? 'A member state or partner' : who} acts for itself alone.`;
  },
  OWN_ROWS: (roles) =>
    roles.includes('PARTNER')
      ? ' A member state, a partner and an implementing body find what they can act on alone.'
      : ' A member state finds what concerns its own pledges alone.',
  AUDIENCE: () => ' What the caller may not read is left out of the answer.',
  SAME: () => '',
};

/** @returns sentences; none for an operation without a rule, which is refused to all. */
export const whoMay = (rule: AccessRule | undefined): string => {
  if (rule === undefined) return '';
  const { roles, reach, recordedBy = [], when = '' } = rule;
  const isForAll = EVERYBODY.every((role) => roles.includes(role));
  const people = peopleAmong(roles);
  const who = isForAll ? 'For everybody, signed in or not.' : `Roles: ${people.join(', ')}.`;
  const recorders = recordedBy.length > 0 && ` For others, named in onBehalfOf: ${recordedBy.join(', ')}.`;
  return [`${who}${REACH[reach](roles)}${recorders || ''}`, when].filter((text) => text !== '').join('\n\n');
};
