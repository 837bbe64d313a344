/** Money that comes into another currency: by which rate, of which day. Accountability page, section 2. */
import { mustHaveCome, toMinorUnits } from '@pledgeline/contracts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { AmendedField, AmendmentCommands } from './amendment.state.ts';

type Conversion = AmendmentCommands['AmendPledge']['conversion'];

/**
 * What was only assumed to be a currency needs no rate: the amendment names what was meant.
 * @throws {Rejected} CONVERSION_MISSING, CONVERSION_INVALID, and what is wrong with its day
 */
export const conversionIn = (
  stated: Conversion,
  changes: readonly AmendedField[],
  now: string,
  rules: RuleSet,
): Conversion => {
  const field = 'conversion';
  const converted = changes.find(isOtherCurrency);
  if (stated === null) {
    if (converted === undefined || converted.old.currencyAssumed || !rules.conversionsAreStated) return null;
    throw conflict(
      'CONVERSION_MISSING',
      `The money was promised in ${converted.old.currency}. State the rate by which it is ${converted.new.currency} now, and the day of that rate.`,
      { field },
    );
  }
  if (converted === undefined) {
    throw invalid('CONVERSION_INVALID', 'A conversion belongs to money that changes its currency.', {
      field,
    });
  }
  if (!(stated.rate > 0 && Number.isFinite(stated.rate))) {
    throw invalid('CONVERSION_INVALID', 'The rate of a conversion is more than nothing.', { field });
  }
  if (rules.conversionsAreStated) mustFollowRate(converted, stated.rate);
  mustBeDay('conversion.on', stated.on);
  mustHaveCome('conversion.on', stated.on, now);
  return stated;
};

/** Rounded as people round: a half per cent at most. */
const mustFollowRate = ({ old, new: to }: Changed, rate: number): void => {
  for (const bound of ['amountMin', 'amountMax'] as const) {
    const [before, stated] = [old[bound], to[bound]];
    const expected = before === null ? null : toMinorUnits(before * rate, to.currency);
    const fits =
      expected === null || stated === null
        ? expected === stated
        : Math.abs(stated - expected) <= expected * ROUNDING;
    if (fits) continue;
    throw invalid(
      'CONVERSION_DIFFERS',
      `By this rate ${before ?? 'no number'} ${old.currency} is ${expected ?? 'no number'} ${to.currency}, and ${stated ?? 'no number'} is stated.`,
      { field: 'conversion', expected, stated },
    );
  }
};

const ROUNDING = 0.005;

type MoneyChange = Extract<AmendedField, { readonly field: 'money' }>;
type Changed = MoneyChange & {
  readonly old: NonNullable<MoneyChange['old']>;
  readonly new: NonNullable<MoneyChange['new']>;
};

const isOtherCurrency = (change: AmendedField): change is Changed =>
  change.field === 'money' &&
  change.old !== null &&
  change.new !== null &&
  change.old.currency !== change.new.currency;
