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
        if (JSON.stringify(seen) === JSON.stringify(event.data)) expect(data).not.toContain(null);
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
