/** An annulment is as visible as what it strikes, on every topic that carried it: accountability page, section 9. */
import fc from 'fast-check';
import {
  eventContracts,
  eventTopics,
  mayReadEvent,
  READERS_OF_ALL,
  type Caller,
  type DataOf,
} from '@pledgeline/contracts';
import { isWider, type RecordedEvent, type Visibility } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { concernedIn } from '../partnership/partnership.state.ts';
import { after } from '../testing/a-pledge.ts';
import { annulmentProposed } from '../testing/annulments.ts';
import { commands } from '../testing/commands.ts';
import { historyTo } from '../testing/later-life.ts';
import { unannullable } from './unannullable.ts';

const VISIBILITIES = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const;
const asked = [...(historyTo.REGISTERED ?? []), annulmentProposed()];
const concerned = concernedIn(after(asked).state());

/** An announcement that took nothing over. */
const data = { idea: null, standing: 'NEW', renews: null };
/** Each type that may be struck, as widely known as it can be and narrower. */
const kinds = eventContracts
  .filter(({ category }) => category === 'pledge')
  .flatMap(({ type, visibility }) =>
    VISIBILITIES.filter((one) => !isWider(one, visibility)).map((one) => [type, one] as const),
  )
  .filter(([type, visibility], n) => {
    return unannullable([recorded({ type, data, visibility }, n)]) === undefined;
  });

const struckBy = (picked: readonly (readonly [string, Visibility])[]) => {
  const strikes = picked.map(([type, visibility], n) => recorded({ type, data, visibility }, n));
  const events = after(asked)
    .when(commands.AnnulEvent, { strikes, blocked: [] })
    .events()
    .map((event, n) => recorded(event, 100 + n));
  return { strikes, events };
};
const named = (events: readonly RecordedEvent[]) =>
  events.flatMap(({ data }) => (data as DataOf<'EventAnnulled'>).annuls).sort();
const idsOf = (events: readonly RecordedEvent[]) => events.map(({ id }) => id).sort();

const READERS: readonly Caller[] = [
  { subject: 'a', role: 'PUBLIC', state: null },
  { subject: 'a', role: 'SUBSCRIBER', state: 'RWA' },
  { subject: 'a', role: 'MS', state: 'RWA' },
  { subject: 'a', role: 'MS', state: 'KOR' },
  { subject: 'a', role: 'PARTNER', state: 'RWA' },
  { subject: 'a', role: 'PARTNER', state: null },
  { subject: 'a', role: 'IMPL', state: null },
  ...READERS_OF_ALL.map((role) => ({ subject: 'a', role, state: null })),
];

it('whatever is struck together, each reader and each topic is told of what it knew, and of nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 }), (picked) => {
      const { strikes, events } = struckBy(picked);
      expect(named(events)).toEqual(idsOf(strikes));
      for (const { carries } of eventTopics) {
        const on = (all: readonly RecordedEvent[]) =>
          all.filter(({ metadata }) => carries.includes(metadata.visibility));
        expect(named(on(events))).toEqual(idsOf(on(strikes)));
      }
      for (const reader of READERS) {
        const readable = (all: readonly RecordedEvent[]) =>
          all.filter((event) => mayReadEvent(reader, event, concerned));
        expect([reader, named(readable(events))]).toEqual([reader, idsOf(readable(strikes))]);
      }
    }),
    { numRuns: 300 },
  );
});

it('every type that may be struck is tried', () => {
  expect(new Set(kinds.map(([type]) => type)).size).toBeGreaterThan(60);
  for (const kind of kinds) {
    const { strikes, events } = struckBy([kind]);
    expect(events).toHaveLength(1);
    expect(events[0]?.metadata.visibility).toBe(strikes[0]?.metadata.visibility);
  }
});
