/** A multiple that is said in an announcement, or among terms, is a target that asks for its baseline: accountability page, section 7. */
import { NO_TERMS } from '@pledgeline/contracts';
import { askNow } from '../announcement/missing-fields.ts';
import { after } from '../testing/a-pledge.ts';
import { by, state } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { announced } from '../testing/early-life.ts';
import { PLEDGE } from '../testing/named-events.ts';

const { AnnouncePledge, StateTerms, StateTarget } = commands;
const double = { value: null, factor: 2, year: 2024 };
const target = { pledgeId: PLEDGE, value: null, factor: 2, baseline: null, baselineYear: null, year: 2024 };
const aimed = (indicator: string, source: string) => ({
  type: 'TargetStated' as const,
  data: { ...target, indicator, source, before: null, reason: null },
});

describe('an announcement', () => {
  it.each([
    ['UNIT', 'INF-BN', 'WOMEN_IN_UNIT'],
    ['UNIT', 'FPU', 'WOMEN_POLICE_UNIT'],
    ['TRAINING', 'TRG-CIED', 'WOMEN_TRAINED'],
    ['UNIT', null, 'WOMEN_IN_UNIT'],
  ])('of %s %s that doubles its share of women aims at %s', (category, capabilityCode, indicator) => {
    const events = after([])
      .when(AnnouncePledge, { category, capabilityCode, shareAimedAt: double })
      .events();
    expect(events.map(({ type }) => type)).toEqual(['PledgeAnnounced', 'TargetStated']);
    expect(events[1]).toEqual(aimed(indicator, AnnouncePledge.data.source));
    expect(askNow(after(events).state())).toContainEqual({
      part: 'BASELINE',
      ask: expect.stringMatching(/baseline and its year/) as string,
    });
  });

  it('is the same promise when it comes again', () => {
    const events = after([]).when(AnnouncePledge, { shareAimedAt: double }).events();
    after(events).when(AnnouncePledge, { shareAimedAt: double }).thenNothing();
  });

  it('asks no more once the baseline is stated', () => {
    const events = after([]).when(AnnouncePledge, { shareAimedAt: double }).events();
    const stated = after(events)
      .when(StateTarget, {
        indicator: 'WOMEN_IN_UNIT',
        factor: null,
        year: null,
        baseline: 8,
        baselineYear: 2020,
      })
      .events();
    const pledge = after([...events, ...stated]).state();
    expect(askNow(pledge).map(({ part }) => part)).not.toContain('BASELINE');
    expect(pledge.targets).toMatchObject([{ factor: 2, baseline: 8, year: 2024 }]);
  });
});

describe('terms', () => {
  const history = [announced({ terms: null })];
  const terms = (named: object | null) => ({
    terms: named && { ...NO_TERMS, ...named },
    shareAimedAt: double,
  });

  it.each([
    ['alone', null, ['TargetStated']],
    ['beside another term', { unitType: 'platoon' }, ['TermsStated', 'TargetStated']],
  ] as const)('that double the share, %s', (_, named, types) =>
    expect(
      after(history)
        .when(StateTerms, terms(named))
        .events()
        .map(({ type }) => type),
    ).toEqual(types),
  );

  it('said twice change nothing, and another target is changed with a reason elsewhere', () => {
    const first = [...history, ...after(history).when(StateTerms, terms(null)).events()];
    after(first).when(StateTerms, terms(null)).thenNothing();
    after(first)
      .when(StateTerms, { ...terms(null), shareAimedAt: { ...double, factor: 3 } })
      .thenRefused('TERM_STATED');
  });

  it('of neither a term nor a target are refused', () =>
    after(history).when(StateTerms, { terms: null, shareAimedAt: null }).thenRefused('TERMS_MISSING'));

  it.each([
    ['its state', state, null],
    ['the desk', by('DESK'), null],
    ['DOS', by('DOS'), 'FORBIDDEN'],
    ['another state', by('MS', 'KOR'), 'FORBIDDEN'],
  ])('are for %s to say: %s', (_, meta, refused) => {
    const told = after(history).when(StateTerms, terms(null), meta);
    if (refused === null) told.thenTypes('TargetStated');
    else told.thenRefused(refused);
  });
});
