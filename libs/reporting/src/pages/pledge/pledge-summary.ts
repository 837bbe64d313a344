/** A pledge in a list: what people scan for, under the same names as on its page. */
import { categoryOf, missingNow, moneyPromised, promisedIn, sideBySide } from '@pledgeline/pledge';
import { earliestDue } from '../../views/register/due-dates.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { themesOf } from '../../views/register/themes-of.ts';
import type { PledgeSummary } from './pledge-list.schema.ts';

/** What differs by its reader and the day is added where these are known. */
type Summary = Omit<PledgeSummary, 'lastHeardOn' | 'leftToMatch'>;

export const pledgeSummary = (row: RegisterRow): Summary => {
  const { pledge } = row;
  return {
    pledgeId: pledge.pledgeId,
    reference: pledge.reference,
    memberState: pledge.memberState,
    memberStateName: memberStateName(pledge.memberState),
    conference: pledge.announcement?.conference ?? null,
    category: categoryOf(pledge),
    capabilityCode: pledge.capabilityCode,
    themes: themesOf(pledge),
    track: pledge.track,
    description: promisedIn(pledge),
    quantity: pledge.quantity,
    counts: sideBySide(pledge),
    money: moneyPromised(pledge),
    missing: missingNow(pledge),
    announcedOn: pledge.announcement?.announcedOn ?? null,
    status: pledge.status,
    statusSince: row.statusSince,
    level: pledge.level,
    deployWithinDays: pledge.deployWithinDays,
    validUntil: pledge.validUntil,
    dueOn: earliestDue(row),
    lastWordOn: pledge.lastWord?.on ?? null,
    revision: row.revision,
  };
};
