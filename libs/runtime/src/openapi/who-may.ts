/** Who may use an operation, as its description says it: from the rule by which the server lets callers in. */
import { EVERYBODY } from '@pledgeline/contracts';
import type { AccessRule } from '@pledgeline/contracts';

const REACH: Readonly<Record<AccessRule['reach'], string>> = {
  OWN: ' A member state or partner acts for its own state alone.',
  OWN_ROWS: ' A member state finds what concerns its own pledges alone.',
  AUDIENCE: ' What the caller may not read is left out of the answer.',
  SAME: '',
};

/** @returns sentences; none for an operation without a rule, which is refused to all. */
export const whoMay = (rule: AccessRule | undefined): string => {
  if (rule === undefined) return '';
  const { roles, reach, when } = rule;
  const isForAll = EVERYBODY.every((role) => roles.includes(role));
  const who = isForAll ? 'Everybody, signed in or not.' : `Roles: ${roles.join(', ')}.`;
  return [`${who}${REACH[reach]}`, ...(when === undefined ? [] : [when])].join('\n\n');
};
