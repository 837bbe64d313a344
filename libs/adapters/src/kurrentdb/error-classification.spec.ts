/** Both shapes of error, as the client gives them. */
import { UnavailableError } from '@kurrent/kurrentdb-client';
import { WrongExpectedRevision } from '@pledgeline/event-sourcing';
import type { ErrorClass } from './error-classification.ts';
import { describe as describeError, heals, errorClassOf } from './error-classification.ts';

const shaped = (shape: object, message = ''): Error => Object.assign(new Error(message), shape);

describe('an error of the client', () => {
  it.each<[string, unknown, ErrorClass]>([
    ['of a wrong revision', shaped({ type: 'wrong-expected-version' }), 'conflict'],
    ['of a stream that does not exist', shaped({ type: 'stream-not-found' }), 'missing'],
    ['of a tombstone', shaped({ type: 'stream-deleted' }), 'gone'],
    ['of access denied, by its kind', shaped({ type: 'access-denied' }), 'forbidden'],
    ['of access denied, by its code alone', shaped({ code: 7 }), 'forbidden'],
    ['of a wrong password, by its code', shaped({ type: 'unknown', code: 16 }), 'forbidden'],
    ['of an argument, by its code', shaped({ type: 'unknown', code: 3 }), 'refused'],
    [
      'of a certificate',
      shaped({ type: 'unavailable', code: 14 }, 'unable to verify the first certificate'),
      'forbidden',
    ],
    ['of a server that is away', new UnavailableError(), 'passing'],
    ['of a server that is away, by its code alone', shaped({ code: 14 }), 'passing'],
    ['of a deadline', shaped({ type: 'deadline-exceeded' }), 'passing'],
    ['of a cluster that is not found', new Error('Failed to discover after 10 attempts.'), 'passing'],
    ['of no shape at all', 'something', 'passing'],
    ['of our own', new WrongExpectedRevision('note-1', 0, 1), 'ours'],
    ['of a program', new TypeError('not a function'), 'ours'],
  ])('%s', (_, error, trouble) => {
    expect(errorClassOf(error)).toBe(trouble);
  });

  it('leaves the client usable when it drops the connection itself, but for a cluster', () => {
    expect(heals(new UnavailableError(), false)).toBe(true);
    expect(heals(new UnavailableError(), true)).toBe(false);
    expect(heals(shaped({ type: 'not-leader' }), true)).toBe(true);
    expect(heals(new Error('no answer within 500 ms'), false)).toBe(false);
    expect(heals(shaped({ code: 14 }), false)).toBe(false);
  });

  it('is told by its kind when it has no message', () => {
    expect(describeError(shaped({ type: 'wrong-expected-version' }))).toBe('wrong-expected-version');
    expect(describeError(new Error('Failed to discover'))).toBe('Failed to discover');
    expect(describeError('gone')).toBe('gone');
  });
});
