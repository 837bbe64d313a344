import { newId } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { handledRevisions } from './handled-revisions.ts';

const events = (stream: string, ...revisions: readonly number[]): RecordedEvent[] =>
  revisions.map((revision) => ({
    ...recorded({ type: 'Noted', data: {} }, revision, stream),
    id: newId(),
  }));

describe('handled revisions', () => {
  it('leaves out what was handled, and only that', () => {
    const handled = handledRevisions();
    handled.add(events('a', 0, 1, 2));
    const next = events('a', 1, 2, 3);
    const other = events('b', 1);
    expect(handled.fresh([...next, ...other])).toEqual([...next.slice(2), ...other]);
  });

  it('leaves out what is twice in a batch', () => {
    const twice = events('a', 0, 1, 0, 1, 2);
    expect(handledRevisions().fresh(twice)).toEqual([twice[0], twice[1], twice[4]]);
  });

  it('asking changes nothing', () => {
    const handled = handledRevisions();
    const batch = events('a', 0, 1);
    handled.fresh(batch);
    expect(handled.fresh(batch)).toEqual(batch);
  });

  it('does not take for a repeat what another instance handled in between', () => {
    const handled = handledRevisions();
    handled.add(events('a', 0, 1));
    handled.add(events('a', 5));
    const between = events('a', 1, 2, 3, 4, 5);
    expect(handled.fresh(between).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    handled.add(events('a', 6, 7));
    expect(handled.fresh(events('a', 4, 5, 6, 7, 8)).map(({ revision }) => revision)).toContain(4);
  });

  it('forgets the streams that were quiet longest', () => {
    const handled = handledRevisions(2);
    handled.add([...events('a', 0), ...events('b', 0), ...events('a', 1), ...events('c', 0)]);
    const again = [...events('a', 0, 1), ...events('b', 0), ...events('c', 0)];
    expect(handled.fresh(again)).toEqual([again[2]]);
  });
});
