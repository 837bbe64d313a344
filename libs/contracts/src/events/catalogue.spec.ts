import { eventContracts, isKnown } from './catalogue.ts';

it('an event is known by its type, up to the version that this program writes', () => {
  for (const { type, schemaVersion } of eventContracts) {
    expect([1, schemaVersion, schemaVersion + 1].map((version) => isKnown(type, version))).toEqual([
      true,
      true,
      false,
    ]);
  }
});

it.each(['', 'PledgeSent', 'pledgeannounced', 'constructor'])('%j is no event', (type) => {
  expect(isKnown(type, 1)).toBe(false);
});
