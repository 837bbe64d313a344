/** What of each kind of event that was ever stored is opened to each role: never more than that role is shown of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { audienceOf, mayReadEvent, redactedFor, ROLES, type Caller } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { entryOfUnits, openedTo, openingOf } from '@pledgeline/transparency';
import type { Unit } from '@pledgeline/transparency';
import { shownOf } from './openings-for.ts';

const folder = new URL('../../../../contracts/stored/', import.meta.url);
const stored = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedEvent,
);
const SALT = '5a17'.repeat(8);
const SECRET = '1e9ac7'.padEnd(64, '0');
/** Written down, and not taken from the lists that decide it. */
const READ_ALL = ['DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'EVAL', 'ADMIN', 'SYSTEM', 'AUDITOR'];

const callers: readonly Caller[] = ROLES.flatMap((role) =>
  ['RWA', 'KOR', null].map((state) => ({ subject: 'somebody', role, state })),
);

const membersOf = (unit: Unit | undefined): Readonly<Record<string, unknown>> | null =>
  unit === undefined || 'digest' in unit ? null : (JSON.parse(unit.text) as Record<string, unknown>);

/** Of what is empty, and of lists, it depends on what they could hold. */
const isSaid = (value: unknown): boolean => value !== null && !Array.isArray(value);

/** What of one event a caller is shown; undefined where he may not read it. */
const shownTo = (event: RecordedEvent, caller: Caller) => {
  if (!mayReadEvent(caller, event, ['RWA'])) return undefined;
  const whole = openingOf(event, SECRET);
  return { whole, opening: openedTo(whole, shownOf(event, caller, ['RWA'])) };
};

it.each(stored.map((event) => [`${event.type} version ${event.schemaVersion}`, event] as const))(
  '%s is opened as far as each role is shown it, and proves the same entry',
  (_, example) => {
    for (const metadata of [example.metadata, { ...example.metadata, salt: SALT }])
      for (const caller of callers) {
        const event = { ...example, metadata };
        const shown = shownTo(event, caller);
        if (shown === undefined) continue;
        const { whole, opening } = shown;
        expect(entryOfUnits(opening.units).equals(entryOfUnits(whole.units))).toBe(true);
        const [identity, toldToAll, actor, technical, ...data] = opening.units.map(membersOf);
        expect([identity, toldToAll]).not.toContain(null);
        const readsAll = READ_ALL.includes(caller.role);
        expect([actor !== null, technical !== null]).toEqual([readsAll, readsAll]);
        const seen = redactedFor(event, audienceOf(caller, ['RWA'])) as Record<string, unknown>;
        for (const part of data)
          for (const [name, value] of Object.entries(part ?? {})) expect(value).toEqual(seen[name]);
        const opened = data.flatMap((part) => Object.keys(part ?? {}));
        for (const [name, value] of Object.entries(event.data as Record<string, unknown>))
          if (isSaid(value) && value === seen[name]) expect(opened).toContain(name);
        const handedOut = JSON.stringify(opening);
        expect(handedOut).not.toContain(SALT);
        whole.units.forEach((unit, n) => {
          if ('digest' in opening.units[n]! && 'salt' in unit) expect(handedOut).not.toContain(unit.salt);
        });
      }
  },
);

const shownNames = (event: RecordedEvent, caller: Caller): string[] | undefined =>
  shownTo(event, caller)
    ?.opening.units.slice(4)
    .flatMap((unit) => Object.keys(membersOf(unit) ?? {}));

const ofType = (type: string): RecordedEvent => {
  const event = stored.findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`no ${type} is stored`);
  return event;
};
const public_: Caller = { subject: 'somebody', role: 'PUBLIC', state: null };

it('a member that is redacted deep within is kept back whole from those whom it is redacted for, and from nobody else', () => {
  const split = ofType('PledgeSplit');
  expect(shownNames(split, public_)).not.toContain('children');
  expect(shownNames(split, { ...public_, role: 'MS', state: 'KOR' })).toContain('children');
});

it('a correction is opened as the event that it corrects is', () => {
  const correction = ofType('EventCorrected');
  const data = {
    ...(correction.data as object),
    correctedType: 'PledgeAmended',
    changes: [{ field: 'deployWithinDays', old: 30, new: 60 }],
  };
  const event = { ...correction, data, metadata: { ...correction.metadata, visibility: 'PUBLIC' as const } };
  expect(shownNames(event, public_)).not.toContain('changes');
  expect(shownNames(event, { ...public_, role: 'MS', state: 'KOR' })).toContain('changes');
});

const korea: Caller = { ...public_, role: 'MS', state: 'KOR' };
const inChanges = (field: string, value: unknown) => [{ field, old: null, new: value }];

describe('a digest does not tell that there is something: what is kept back is so also where it is empty', () => {
  it.each<[string, string, Caller, string, unknown, unknown]>([
    ['the caveats of a match', 'PledgeMatched', korea, 'openCaveats', [], [{ caveatId: 'one' }]],
    ['caveats that were accepted', 'UnitSelected', korea, 'acceptedCaveats', [], ['one']],
    ['who approved', 'UnitSelected', korea, 'approver', null, 'somebody'],
    ['the gap', 'UnitSelected', public_, 'gapId', null, 'a gap'],
    ['within how many days', 'PledgeRegistered', public_, 'deployWithinDays', null, 30],
    ['the level of parts', 'PledgeSplit', public_, 'children', [{ level: null }], [{ level: 'L2' }]],
    ['matches that ended', 'PledgeWithdrawn', public_, 'endedMatches', [], [{ gapId: 'a gap' }]],
    [
      'what was amended',
      'PledgeAmended',
      public_,
      'changes',
      inChanges('deployWithinDays', null),
      inChanges('deployWithinDays', 30),
    ],
  ])('%s (%s)', (_, type, caller, name, empty, full) => {
    const event = ofType(type);
    const metadata = { ...event.metadata, visibility: 'PUBLIC' as const };
    const others = Object.keys(event.data as object).filter((one) => one !== name);
    for (const value of [empty, full]) {
      const names = shownNames(
        { ...event, metadata, data: { ...(event.data as object), [name]: value } },
        caller,
      );
      expect(names).not.toContain(name);
      // Of everything else as much is shown either way.
      expect(names).toEqual(
        shownNames({ ...event, metadata, data: { ...(event.data as object), [name]: full } }, caller),
      );
      expect(others).toEqual(expect.arrayContaining(names ?? []));
    }
  });

  it('and what is not kept back is shown, also where it is empty', () => {
    const { data, ...event } = ofType('UnitSelected');
    expect(shownNames({ ...event, data: { ...(data as object), exception: null } }, public_)).toContain(
      'exception',
    );
    const amended = ofType('PledgeAmended');
    const metadata = { ...amended.metadata, visibility: 'PUBLIC' as const };
    const changes = inChanges('description', null);
    const { data: said } = amended;
    expect(shownNames({ ...amended, metadata, data: { ...(said as object), changes } }, public_)).toContain(
      'changes',
    );
  });
});
