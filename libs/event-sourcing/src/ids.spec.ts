import fc from 'fast-check';
import { v5, version } from 'uuid';
import { derivedId, newId, UUID } from './ids.ts';

const NAMESPACE = '8b5c1f1e-5b0e-5a43-9a65-0d1c5f0a7e11';

it('a derived id is the UUIDv5 of its parts: what is stored depends on it', () => {
  const part = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constantFrom('\ud800', 'é', ''));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(derivedId(...parts)).toBe(v5(JSON.stringify(parts), NAMESPACE));
    }),
  );
});

it('new ids are of version 7, differ, and are in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => UUID.test(id) && version(id) === 7)).toBe(true);
});

it('what is random in an id is of no other id', () => {
  const ends = Array.from({ length: 20_000 }, () => newId().slice(-10));
  expect(new Set(ends).size).toBe(ends.length);
});

it('an id begins with the time of its making, in milliseconds', () => {
  const before = Date.now();
  const at = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
  // Ids of a millisecond that are more than there are numbers take the next one.
  expect(at).toBeGreaterThanOrEqual(before - 1);
  expect(at).toBeLessThanOrEqual(Date.now() + 1);
});
