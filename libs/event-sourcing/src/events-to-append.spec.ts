import { eventsToAppend } from './events-to-append.ts';
import { isWider, type EventCatalogue, type Visibility } from './event.ts';
import { counterCatalogue } from './testing/counter.ts';
import { metaFor } from './testing/spec-for.ts';

const VISIBILITIES = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const;

const appended = (byDefault: Visibility, visibility?: Visibility) => {
  const catalogue: EventCatalogue = {
    ...counterCatalogue,
    describe: () => ({ schemaVersion: 2, visibility: byDefault }),
  };
  const event = { type: 'Added', data: {}, ...(visibility !== undefined && { visibility }) };
  return eventsToAppend({ type: 'Add', data: {}, meta: metaFor() }, [event], catalogue);
};

describe('who may read an event', () => {
  it.each(VISIBILITIES)('is by default what its contract says: %s', (byDefault) => {
    expect(appended(byDefault)).toMatchObject([{ schemaVersion: 2, metadata: { visibility: byDefault } }]);
  });

  it.each<[Visibility, Visibility, boolean]>([
    ['PUBLIC', 'PUBLIC', true],
    ['PUBLIC', 'MEMBER_STATES', true],
    ['PUBLIC', 'INTERNAL', true],
    ['MEMBER_STATES', 'PUBLIC', false],
    ['MEMBER_STATES', 'MEMBER_STATES', true],
    ['MEMBER_STATES', 'INTERNAL', true],
    ['INTERNAL', 'PUBLIC', false],
    ['INTERNAL', 'MEMBER_STATES', false],
    ['INTERNAL', 'INTERNAL', true],
  ])('by default %s, said to be %s: taken is %s', (byDefault, visibility, isTaken) => {
    if (isTaken) expect(appended(byDefault, visibility)).toMatchObject([{ metadata: { visibility } }]);
    else
      expect(() => appended(byDefault, visibility)).toThrow(
        `Added is ${byDefault} and would be ${visibility}: an event is never wider`,
      );
    expect(isWider(visibility, byDefault)).toBe(!isTaken);
  });
});
