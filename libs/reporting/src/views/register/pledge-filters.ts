/** Which pledges fit these filters, as conditions on the columns of the register. */
import {
  capabilities,
  conference,
  LEVELS,
  resolveMemberState,
  LISTED_STATUSES,
  unknownState,
} from '@pledgeline/contracts';
import { Rejected, type ViewQuery, type Views } from '@pledgeline/event-sourcing';
import { carriedBy } from './carried-by.ts';
import type { CaveatFilters } from './caveats.ts';
import { CONFERENCE_LIST } from '../conference-list.view.ts';
import { missingWhere } from './missing.ts';
import { PLEDGE_REGISTER } from './register-row.ts';
import { standing } from './pledge-register.view.ts';

export interface PledgeFilters extends CaveatFilters {
  /** A code, or `none` for pledges made outside any conference. */
  readonly conference?: string | undefined;
  /** A code or any name of the state. */
  readonly memberState?: string | undefined;
  readonly category?: string | undefined;
  readonly capabilityCode?: string | undefined;
  readonly theme?: string | undefined;
  readonly status?: string | undefined;
  readonly level?: string | undefined;
  /** Something is due on or before this day. */
  readonly due?: string | undefined;
  /** What the promise leaves unsaid. */
  readonly missing?: string | undefined;
}

export const NO_CONFERENCE = 'none';

/** @throws {Rejected} UNKNOWN_STATE, UNKNOWN_CONFERENCE or UNKNOWN_CAPABILITY. */
export const pledgesWhere = async (
  views: Views,
  filters: PledgeFilters,
): Promise<NonNullable<ViewQuery['where']>> => ({
  ...(filters.conference !== undefined && { conference: await conferenceCode(views, filters.conference) }),
  ...(filters.memberState !== undefined && {
    states: await carriedBy(views, stateCode(filters.memberState)),
  }),
  ...kindWhere(filters),
  ...(filters.theme !== undefined && { themes: { word: filters.theme } }),
  ...standingWhere(filters),
  ...(filters.due !== undefined && { dueOn: { to: filters.due } }),
  ...missingWhere(filters.missing),
});

/** @throws {Rejected} UNKNOWN_STATE when the name is of no state, or of several. */
export const stateCode = (nameOrCode: string): string => {
  const code = resolveMemberState(nameOrCode);
  if (code !== undefined) return code;
  throw unknownState('memberState', nameOrCode);
};

/** A conference is known when it was registered, stands in the reference data, or a pledge names it. */
const conferenceCode = async (views: Views, code: string): Promise<string | null> => {
  if (code === NO_CONFERENCE) return null;
  const isKnown =
    conference(code) !== undefined ||
    (await views.get(CONFERENCE_LIST, code)) !== undefined ||
    (await views.count(PLEDGE_REGISTER, { conference: code })) > 0;
  if (isKnown) return code;
  const registered = await views.find(CONFERENCE_LIST);
  const allowed = [NO_CONFERENCE, ...registered.map(({ key }) => key)];
  throw unknown('UNKNOWN_CONFERENCE', 'conference', code, allowed.join(', '), { allowed });
};

/** A category is a list of capabilities, and also has the pledges that name none. A theme is in a column of its own. */
const kindWhere = ({ category, capabilityCode }: PledgeFilters): NonNullable<ViewQuery['where']> => {
  if (category === undefined && capabilityCode === undefined) return {};
  if (capabilityCode !== undefined && !capabilities.some(({ code }) => code === capabilityCode)) {
    const allowed = capabilities.map(({ code }) => code);
    throw unknown('UNKNOWN_CAPABILITY', 'capabilityCode', capabilityCode, allowed.join(', '), { allowed });
  }
  const codes = capabilities
    .filter((known) => category === undefined || known.category === category)
    .filter((known) => capabilityCode === undefined || known.code === capabilityCode)
    .map(({ code }) => code);
  const withoutCode = category !== undefined && capabilityCode === undefined ? [category] : [];
  return { kind: { in: [...codes, ...withoutCode] } };
};

const standingWhere = ({ status, level }: PledgeFilters): NonNullable<ViewQuery['where']> => {
  if (status === undefined && level === undefined) return {};
  const statuses = status === undefined ? LISTED_STATUSES : [status];
  const levels = level === undefined ? [null, ...LEVELS] : [level];
  return { standing: { in: statuses.flatMap((one) => levels.map((other) => standing(one, other))) } };
};

const unknown = (
  code: string,
  field: string,
  value: string,
  allowed: string,
  details: object = {},
): Rejected =>
  new Rejected('invalid', code, `${field} ${value} is not known; allowed: ${allowed}.`, {
    field,
    ...details,
  });
