/**
 * A state changes what it promised, by fields with their old and new values: lifecycle page, section 5. Amending keeps
 * the pledge one: Norway's aircraft "for six months", in September "up to ten" (section 8.7), is counted once.
 */
import { isSaid, NO_TERMS, TERM_NAMES, type TermName } from '@pledgeline/contracts';
import { mustBeBought } from '../announcement/countable.ts';
import { categoryOf } from '../category.ts';
import { OPEN, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext } from '../decision-context.ts';
import { BESIDE_UNITS, besideAfter, mustStandBesideUnits } from '../measures/beside-units.ts';
import { mustBeFast } from '../readiness/readiness.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { moneyPromised, promisedIn, type AmendedField, type StatedChange } from './amendment.state.ts';
import {
  isTermChange,
  termIn,
  termNamed,
  termNow,
  withTerm,
  type TermChange,
} from '../terms/amended-term.ts';
import { mustHavePossibleStart } from '../terms/start-of-posts.ts';
import { mustFit } from '../terms/valid-terms.ts';
import { needsConsent } from './consent.ts';
import { daysIn, isCurrent, quantityIn, textIn } from './field-value.ts';
import { conversionIn } from './conversion.ts';
import { moneyIn } from './money-value.ts';

const evolve = {
  PledgeAmended: (pledge, data, event) => {
    const { pledgeId: _, ...said } = data;
    const amendedOn = event.metadata.occurredOn;
    const history = [...(pledge.amendment?.history ?? []), { ...said, amendedOn }];
    const amendment = { description: promisedIn(pledge), money: moneyPromised(pledge), history };
    return data.changes.reduce(withChange, { ...pledge, amendment });
  },
} satisfies Partial<Folds>;

const withChange = (pledge: Pledge, change: AmendedField): Pledge => {
  switch (change.field) {
    case 'description':
      return { ...pledge, amendment: pledge.amendment && { ...pledge.amendment, description: change.new } };
    case 'timeframe':
      return { ...pledge, timeframe: change.new };
    case 'quantity':
    case 'strength':
    case 'aircraft':
      return { ...pledge, [change.field]: change.new };
    case 'money':
      return { ...pledge, amendment: pledge.amendment && { ...pledge.amendment, money: change.new } };
    case 'deployWithinDays':
      return { ...pledge, deployWithinDays: change.new };
    default:
      return isTermChange(change) ? withTerm(pledge, change) : pledge;
  }
};

const AMENDABLE: readonly AmendedField['field'][] = [
  'description',
  'timeframe',
  'quantity',
  ...BESIDE_UNITS,
  'money',
  'deployWithinDays',
  ...TERM_NAMES.map((name) => `terms.${name}` as const),
];

/** The unit is there, or was there: its deployment then settles its figures. */
const DELIVERED: readonly Pledge['status'][] = ['DEPLOYED', 'REPATRIATED'];

const amend: Decision<'AmendPledge'> = ({ data, meta }, pledge, context) => {
  const fields = data.changes.map(({ field }) => field);
  if (fields.length === 0)
    throw invalid('NOTHING_TO_CHANGE', 'An amendment names what it changes.', { field: 'changes' });
  const twice = fields.find((field, n) => fields.indexOf(field) !== n);
  if (twice !== undefined) throw invalid('FIELD_REPEATED', `${twice} is changed twice.`, { field: twice });
  const changes = withLikeShares(
    data.changes.map((change) => amended(change, pledge, meta.now)),
    pledge,
  );
  const reason = mustSay('reason', data.reason);
  const source = mustSay('source', data.source);
  for (const change of changes) mustBePossible(change, pledge, context);
  const after = changes.reduce(withChange, pledge);
  mustStandBesideUnits(after);
  mustHavePossibleStart(pledge, after);
  const conversion = conversionIn(data.conversion, changes, meta.now, context.rules);
  const consentReference = data.consentReference?.trim() || null;
  const ground = consentReference === null ? groundFor(changes, after, pledge, context) : undefined;
  if (ground !== undefined) {
    throw conflict('CONSENT_MISSING', `${ground}. The amendment needs the consent of FGS, PD or DOS.`, {
      field: 'consentReference',
    });
  }
  const { pledgeId } = data;
  return [
    under(context.rules, {
      type: 'PledgeAmended',
      data: { pledgeId, changes: [...changes], reason, source, consentReference, conversion },
    }),
  ];
};

/** The change with the value that holds now, once the caller has shown to know it. */
const amended = (change: StatedChange, pledge: Pledge, now: string): AmendedField => {
  switch (change.field) {
    case 'description': {
      const old = current(change, promisedIn(pledge));
      return changed({ field: 'description', old, new: mustSay('description', textIn(change)) });
    }
    case 'timeframe':
      return changed({ field: 'timeframe', old: current(change, pledge.timeframe), new: textIn(change) });
    case 'quantity': {
      const old = current(change, pledge.quantity);
      return changed({ field: 'quantity', old, new: quantityIn(change, old) });
    }
    case 'strength':
    case 'aircraft': {
      const { field } = change;
      const old = current(change, pledge[field]);
      return changed({ field, old, new: quantityIn(change, old) });
    }
    case 'money': {
      const old = current(change, moneyPromised(pledge));
      return changed({ field: 'money', old, new: moneyIn(change, old) });
    }
    case 'deployWithinDays': {
      const old = current(change, pledge.deployWithinDays);
      return changed({ field: 'deployWithinDays', old, new: daysIn(change) });
    }
    default: {
      const term = termNamed(change.field);
      if (term !== undefined) return amendedTerm(term, change, pledge, now);
      throw conflict('FIELD_FIXED', `${change.field} cannot be changed by an amendment.`, {
        field: change.field,
        allowed: AMENDABLE,
      });
    }
  }
};

const amendedTerm = (name: TermName, change: StatedChange, pledge: Pledge, now: string): AmendedField => {
  const known = isSaid(change.old) ? change.old : NO_TERMS[name];
  const old = current({ ...change, old: known }, termNow(name, pledge));
  const value = termIn(name, change);
  mustFit({ [name]: value }, pledge, now);
  // Which value belongs to which term was checked one by one.
  return changed({ field: `terms.${name}`, old, new: value } as TermChange);
};

/** Two clerks with the same paper: the second must not undo what the first has written. */
const current = <Value>({ field, old }: StatedChange, now: Value): Value => {
  if (isCurrent(old, now)) return now;
  throw conflict('STALE_VALUE', `${field} has another value now than the amendment states.`, {
    field,
    current: now,
  });
};

const changed = (change: AmendedField): AmendedField => {
  if (!isCurrent(change.new, change.old)) return change;
  throw invalid('NOTHING_TO_CHANGE', `${change.field} has this value already.`, { field: change.field });
};

const mustBePossible = (change: AmendedField, pledge: Pledge, { rules }: DecisionContext): void => {
  const { status, level } = pledge;
  if (change.field === 'quantity' && rules.financeUnitsAreKnown) mustBeBought(change.new, categoryOf(pledge));
  if (FIGURES.has(change.field) && DELIVERED.includes(status)) {
    throw conflict('STRENGTH_FIXED', 'The figures of a unit that was deployed are not amended.', {
      field: change.field,
      pledgeStatus: status,
    });
  }
  if (change.field === 'deployWithinDays' && level === 'RDL')
    mustBeFast(change.new, rules.rdlDeployWithinDays);
};

const FIGURES: ReadonlySet<AmendedField['field']> = new Set(['quantity', ...BESIDE_UNITS]);

const groundFor = (
  changes: readonly AmendedField[],
  after: Pledge,
  pledge: Pledge,
  { rules }: DecisionContext,
): string | undefined =>
  changes.some(({ field }) => FIGURES.has(field)) ? needsConsent(after, pledge, rules) : undefined;

/** Where the number of units changes, persons and aircraft beside it change alike, unless the amendment says otherwise. */
const withLikeShares = (changes: readonly AmendedField[], pledge: Pledge): readonly AmendedField[] => {
  const quantity = changes.find((change) => change.field === 'quantity');
  if (quantity === undefined) return changes;
  const beside = besideAfter(pledge, quantity.new);
  const alike = BESIDE_UNITS.filter((field) => !changes.some((change) => change.field === field)).map(
    (field) => ({ field, old: pledge[field], new: beside[field] }),
  );
  return [...changes, ...alike.filter((change) => !isCurrent(change.new, change.old))];
};

export const amendment = chapter({
  evolve,
  commands: { AmendPledge: { ...OPEN, roles: ['MS'], decide: amend, events: ['PledgeAmended'] } },
});
