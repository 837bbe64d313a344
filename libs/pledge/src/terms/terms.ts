/**
 * Terms of which a promise said nothing are stated later, by its state or the desk for it, until the pledge is closed:
 * accountability page, section 3. A term that was stated is amended, so that its old value is kept beside the new one.
 */
import { commandHref, END_STATUSES, isSaid, NO_TERMS, TERM_NAMES } from '@pledgeline/contracts';
import type { Role, TermName, Terms } from '@pledgeline/contracts';
import { COMMON_UNDATED, chapter, except, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { conflict, forbidden, invalid, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import { targetAimedAt } from '../targets/targets.ts';
import { mustHavePossibleStart } from './start-of-posts.ts';
import { termsPromised } from './terms.state.ts';
import { mustFit } from './valid-terms.ts';

const evolve = {
  TermsStated: (pledge, { terms }, { metadata: { occurredOn } }) => {
    const named = TERM_NAMES.filter((name) => isSaid(terms[name]));
    const statedOn = Object.fromEntries(named.map((name) => [name, occurredOn]));
    return {
      ...pledge,
      terms: together(termsPromised(pledge), terms),
      termsStatedOn: { ...pledge.termsStatedOn, ...statedOn },
    };
  },
} satisfies Partial<Folds>;

const together = (held: Terms | null, stated: Terms): Terms => ({
  ...(held ?? NO_TERMS),
  ...Object.fromEntries(Object.entries(stated).filter(([, value]) => isSaid(value))),
});

/** What DOS accredits: hospitals, and of which level they are. */
const OF_DOS: readonly TermName[] = ['accreditedOn', 'hospitalLevel'];

/** Said twice, done once: what is there already in the same words adds nothing. */
const stateTerms: Decision<'StateTerms'> = ({ data, meta }, pledge) => {
  const stated = data.terms ?? NO_TERMS;
  const named = TERM_NAMES.filter((name) => isSaid(stated[name]));
  const { shareAimedAt } = data;
  if (named.length === 0 && shareAimedAt === null) {
    throw invalid('TERMS_MISSING', 'State at least one term.', { field: 'terms', allowed: TERM_NAMES });
  }
  mustBeOf(meta.role, shareAimedAt === null ? named : [...named, 'womenShareTarget']);
  const held = termsPromised(pledge) ?? NO_TERMS;
  const added = named.filter((name) => !sameContent(held[name], stated[name]));
  const taken = added.find((name) => isSaid(held[name]));
  if (taken !== undefined) throw alreadyStated(taken, held[taken], pledge);
  const terms = { ...NO_TERMS, ...Object.fromEntries(added.map((name) => [name, stated[name]])) };
  mustFit(terms, pledge, meta.now);
  mustHavePossibleStart(pledge, { ...pledge, terms: together(held, terms) });
  const source = mustSay('source', data.source);
  const { pledgeId } = data;
  const { capabilityCode } = pledge;
  const aiming = { pledgeId, capabilityCode, category: pledge.announcement?.category ?? null, source };
  const aimed = targetAimedAt(shareAimedAt, aiming, pledge);
  return added.length === 0 ? aimed : [{ type: 'TermsStated', data: { pledgeId, terms, source } }, ...aimed];
};

const mustBeOf = (role: string, named: readonly TermName[]): void => {
  const other = named.find((name) => !OF_DOS.includes(name));
  if (role !== ('DOS' satisfies Role) || other === undefined) return;
  throw forbidden('FORBIDDEN', `DOS states ${OF_DOS.join(' and ')}, and not ${other}; allowed: MS, DESK.`, {
    field: `terms.${other}`,
    allowed: OF_DOS,
  });
};

const alreadyStated = (name: TermName, current: unknown, { pledgeId }: Pledge) =>
  conflict(
    'TERM_STATED',
    `terms.${name} says ${JSON.stringify(current)} already. The state amends it (AmendPledge), so that the old value stays beside the new one.`,
    {
      field: `terms.${name}`,
      current,
      instead: { command: 'AmendPledge', method: 'POST', href: commandHref('AmendPledge', { pledgeId }) },
      allowed: ['AmendPledge'],
    },
  );

export const terms = chapter({
  evolve,
  commands: {
    StateTerms: {
      ...COMMON_UNDATED,
      from: except(...END_STATUSES),
      roles: ['MS', 'DESK', 'DOS'],
      decide: stateTerms,
      events: ['TermsStated', 'TargetStated'],
    },
  },
});
