/** Which pledges fit these filters, as conditions on the columns of the register. */
import {
  capabilities,
  conference,
  LEVELS,
  resolveMemberState,
  LISTED_STATUSES,
  unknownState,
} from '@pledgeline/contracts';
import {
  lastEntered,
  Rejected,
  type Condition,
  type ViewQuery,
  type Views,
} from '@pledgeline/event-sourcing';
import { eachOf, type OneOrMore } from '../../answers/one-or-more.ts';
import { carriedBy } from './carried-by.ts';
import type { CaveatFilters } from './caveats.ts';
import { FILE_SHELF } from '../file-shelf.view.ts';
import { CONFERENCE_LIST } from '../conference-list.view.ts';
import { missingWhere } from './missing.ts';
import { PLEDGE_REGISTER } from './register-row.ts';
import { standing } from './pledge-register.view.ts';

export interface PledgeFilters extends CaveatFilters {
  readonly reference?: OneOrMore;
  /** Beginnings of words that it must all hold. */
  readonly q?: string | undefined;
  /** A code, or `none` for pledges made outside any conference. */
  readonly conference?: OneOrMore;
  /** A code or any name of the state. */
  readonly memberState?: OneOrMore;
  readonly category?: OneOrMore;
  readonly capabilityCode?: OneOrMore;
  readonly theme?: OneOrMore;
  readonly track?: OneOrMore;
  readonly status?: OneOrMore;
  readonly level?: OneOrMore;
  /** Days, the first and the last one included. What has no such day is in no range. */
  readonly announcedFrom?: string | undefined;
  readonly announcedTo?: string | undefined;
  readonly lastWordFrom?: string | undefined;
  readonly lastWordTo?: string | undefined;
  readonly dueFrom?: string | undefined;
  /** Something is due on or before this day. */
  readonly due?: string | undefined;
  /** What the promise leaves unsaid. */
  readonly missing?: OneOrMore;
  /** The subject of an officer who deals with it, or with one of its tasks. */
  readonly assignee?: string | undefined;
}

export const NO_CONFERENCE = 'none';

/** @throws {Rejected} UNKNOWN_STATE, UNKNOWN_CONFERENCE or UNKNOWN_CAPABILITY. */
export const pledgesWhere = async (
  views: Views,
  filters: PledgeFilters,
): Promise<NonNullable<ViewQuery['where']>> => ({
  ...(filters.reference !== undefined && { reference: { in: eachOf(filters.reference) } }),
  ...(filters.q !== undefined && { words: { allBeginnings: filters.q } }),
  ...(filters.conference !== undefined && { conference: await conferencesIn(views, filters.conference) }),
  ...(filters.memberState !== undefined && {
    states: await carriedBy(views, eachOf(filters.memberState).map(stateCode)),
  }),
  ...kindWhere(filters),
  ...(filters.theme !== undefined && { themes: { anyWord: eachOf(filters.theme) } }),
  ...(filters.track !== undefined && { track: { in: eachOf(filters.track) } }),
  ...standingWhere(filters),
  ...daysWhere('announcedOn', filters.announcedFrom, filters.announcedTo),
  ...daysWhere('lastWordOn', filters.lastWordFrom, filters.lastWordTo),
  ...daysWhere('dueOn', filters.dueFrom, filters.due),
  ...missingWhere(eachOf(filters.missing)),
  ...(filters.assignee !== undefined && { key: { in: await filesOf(views, filters.assignee) } }),
});

const filesOf = async (views: Views, assignee: string): Promise<readonly string[]> =>
  (await views.find(FILE_SHELF, { where: { assignees: { anyWord: [assignee] } } })).map(({ key }) => key);

const daysWhere = (
  column: string,
  from: string | undefined,
  to: string | undefined,
): NonNullable<ViewQuery['where']> =>
  from === undefined && to === undefined
    ? {}
    : { [column]: { ...(from !== undefined && { from }), ...(to !== undefined && { to: lastEntered(to) }) } };

/** @throws {Rejected} UNKNOWN_STATE when the name is of no state, or of several. */
export const stateCode = (nameOrCode: string): string => {
  const code = resolveMemberState(nameOrCode);
  if (code !== undefined) return code;
  throw unknownState('memberState', nameOrCode);
};

/** A condition on a column of conferences. @throws {Rejected} UNKNOWN_CONFERENCE, with those that are known. */
export const conferencesIn = async (views: Views, codes: OneOrMore): Promise<Condition> => {
  const found = await Promise.all(eachOf(codes).map((code) => conferenceCode(views, code)));
  return found.length === 1 ? (found[0] ?? null) : { in: found };
};

/** Undefined where no state is asked for. @throws {Rejected} UNKNOWN_STATE */
export const stateCodes = (namesOrCodes: OneOrMore): readonly string[] | undefined =>
  namesOrCodes === undefined ? undefined : eachOf(namesOrCodes).map(stateCode);

/** A conference is known when it was registered, stands in the reference data, or a pledge names it. */
const conferenceCode = async (views: Views, code: string): Promise<string | null> => {
  if (code === NO_CONFERENCE) return null;
  const isKnown =
    conference(code) !== undefined ||
    (await views.get(CONFERENCE_LIST, code)) !== undefined ||
    (await views.count(PLEDGE_REGISTER, { conference: code }, 1)) > 0;
  if (isKnown) return code;
  const registered = await views.find(CONFERENCE_LIST);
  const allowed = [NO_CONFERENCE, ...registered.map(({ key }) => key)];
  throw unknown('UNKNOWN_CONFERENCE', 'conference', code, allowed.join(', '), { allowed });
};

/** A category is a list of capabilities, and also has the pledges that name none. A theme is in a column of its own. */
const kindWhere = ({ category, capabilityCode }: PledgeFilters): NonNullable<ViewQuery['where']> => {
  if (category === undefined && capabilityCode === undefined) return {};
  const allowed = capabilities.map(({ code }) => code);
  const asked = eachOf(capabilityCode);
  const strange = asked.find((one) => !allowed.some((code) => code === one));
  if (strange !== undefined) {
    throw unknown('UNKNOWN_CAPABILITY', 'capabilityCode', strange, allowed.join(', '), { allowed });
  }
  const askedCategories = eachOf(category);
  const codes = capabilities
    .filter((known) => category === undefined || askedCategories.includes(known.category))
    .filter((known) => capabilityCode === undefined || asked.includes(known.code))
    .map(({ code }) => code);
  const withoutCode = capabilityCode === undefined ? askedCategories : [];
  return { kind: { in: [...codes, ...withoutCode] } };
};

const standingWhere = ({ status, level }: PledgeFilters): NonNullable<ViewQuery['where']> => {
  if (status === undefined && level === undefined) return {};
  const statuses = status === undefined ? LISTED_STATUSES : eachOf(status);
  const levels = level === undefined ? [null, ...LEVELS] : eachOf(level);
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
