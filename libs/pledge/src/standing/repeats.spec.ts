/** Accountability page, section 3: old flags count as before until the desk decides by an event. */
import { LISTED_STATUSES, ROLES } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { announced, acknowledged, withdrawn } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { idOf, NEWER, PLEDGE } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';
import { commandFor, outcomeOf, pledgeIn } from '../testing/transitions-page.ts';
import { repeatDecided } from '../testing/standing-life.ts';
import { isRepeat, isRepeatOpen, isUnchecked } from './standing.state.ts';

const { DecideRepeat } = commands;
const flagged = announced({ duplicateChecked: true });
const unchecked = announced({ duplicateChecked: null });
const additional = { decision: 'ADDITIONAL', repeats: null, other: null } as const;
const stateAfter = (...history: readonly PledgeEvent[]) => after(history).state();

it.each<[string, readonly PledgeEvent[], isRepeat: boolean, isOpen: boolean]>([
  ['without a flag', [announced()], false, false],
  ['said to be additional', [announced({ additional: true, additionalReason: 'NV 7' })], false, false],
  ['with an old flag', [flagged], true, true],
  ['with an old flag, and withdrawn', [flagged, withdrawn()], true, true],
  [
    'found to be additional',
    [flagged, repeatDecided({ decision: 'ADDITIONAL', repeats: null })],
    false,
    false,
  ],
  ['found to be a repeat', [flagged, repeatDecided()], true, false],
  ['that nobody could look at', [unchecked], false, false],
  ['that nobody could look at, found to be a repeat', [unchecked, repeatDecided()], true, false],
])(
  'an announcement %s counts as a repeat or not, and waits for the desk or not',
  (_what, history, is, open) => {
    expect([isRepeat(stateAfter(...history)), isRepeatOpen(stateAfter(...history))]).toEqual([is, open]);
  },
);

it.each<[string, readonly PledgeEvent[], boolean]>([
  ['was looked at', [announced()], false],
  ['has an old flag', [flagged], false],
  ['could not be looked at', [unchecked], true],
  ['could not be looked at, and was withdrawn', [unchecked, withdrawn()], true],
  ['could not be looked at, and is a repeat', [unchecked, repeatDecided()], false],
  [
    'could not be looked at, and is additional',
    [unchecked, repeatDecided({ decision: 'ADDITIONAL', repeats: null })],
    false,
  ],
])('what %s is to be looked at yet, or not', (_what, history, expected) =>
  expect(isUnchecked(stateAfter(...history))).toBe(expected),
);

it('the parts of a split are not looked at: the whole is', () => {
  const part = { ...stateAfter(unchecked), lineage: { parents: [idOf(5)], children: [] } };
  expect(isUnchecked(part as never)).toBe(false);
});

it.each([null, false])('an announcement keeps whether it could be checked: %s', (duplicateChecked) => {
  const [event] = after([]).when(commands.AnnouncePledge, { duplicateChecked }).events();
  expect(event?.data).toMatchObject({ duplicateChecked });
});

describe('DecideRepeat', () => {
  it('says which pledge it repeats', () =>
    after([flagged])
      .when(DecideRepeat)
      .then({
        type: 'RepeatDecided',
        data: {
          pledgeId: PLEDGE,
          decision: 'REPEAT',
          repeats: NEWER,
          reason: 'The note verbale speaks of the same battalion',
        },
      }));

  it.each([flagged, unchecked])('or that it is additional', (said) =>
    after([said]).when(DecideRepeat, additional).thenTypes('RepeatDecided'),
  );

  it('also of what could not be checked', () =>
    after([unchecked]).when(DecideRepeat).thenTypes('RepeatDecided'));

  it.each(LISTED_STATUSES)('is possible in every status, as its conference counts it: %s', (status) => {
    const pledge = { ...pledgeIn(status), announcement: stateAfter(flagged).announcement };
    expect(outcomeOf(commandFor('DecideRepeat'), pledge)).toBe('done');
  });

  it.each(ROLES.filter((role) => role !== 'DESK'))('is the desk’s, and not of %s', (role) => {
    const meta = by(role, role === 'MS' ? 'RWA' : null);
    expect(outcomeOf(commandFor('DecideRepeat', meta), stateAfter(flagged))).toBe('FORBIDDEN');
  });

  it.each<[string, Partial<typeof DecideRepeat.data>]>([
    ['REPEATS_MISSING', { repeats: null, other: null }],
    ['REPEATS_NONE', { decision: 'ADDITIONAL' }],
    ['UNKNOWN_PLEDGE', { other: null }],
    ['REPEATS_ITSELF', { repeats: PLEDGE }],
    ['REPEATS_ITSELF', { other: { memberState: 'RWA', repeats: PLEDGE } }],
    ['STATE_DIFFERS', { other: { memberState: 'KOR', repeats: null } }],
    ['TEXT_MISSING', { reason: ' ' }],
  ])('is refused as %s for %j', (code, changes) =>
    after([flagged]).when(DecideRepeat, changes).thenRefused(code),
  );

  it('is refused where nothing was flagged, also of what is additional by its own word', () => {
    after([announced()]).when(DecideRepeat).thenRefused('NOT_FLAGGED');
    after([announced({ additional: true, additionalReason: 'NV' }), acknowledged()])
      .when(DecideRepeat)
      .thenRefused('NOT_FLAGGED');
  });

  it('is decided once; the same again changes nothing', () => {
    const decided = [flagged, repeatDecided()];
    after(decided).when(DecideRepeat).thenNothing();
    after(decided).when(DecideRepeat, additional).thenRefused('REPEAT_DECIDED');
    after(decided)
      .when(DecideRepeat, { repeats: idOf(7) })
      .thenRefused('REPEAT_DECIDED');
  });
});
