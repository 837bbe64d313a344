/**
 * A log and read models for the specs of this slice. Kept to the ports, because lint does not let a slice's specs import
 * the SQLite adapters; once it does, this file shrinks to two calls of those, and no spec changes.
 */
import { WrongExpectedRevision } from '@pledgeline/event-sourcing';
import type { Condition, EventStore, RecordedEvent, ViewDefinition, Views } from '@pledgeline/event-sourcing';

export const openLog = (now = '2026-01-15T09:00:00.000Z'): EventStore => {
  const log: RecordedEvent[] = [];
  const of = (stream: string) => log.filter((event) => event.stream === stream);
  return {
    read: (stream, { from = 0, limit = 500 } = {}) => Promise.resolve(of(stream).slice(from, from + limit)),
    append: (stream, expected, events) => {
      const revision = of(stream).length - 1;
      if ((revision < 0 ? 'no-stream' : revision) !== expected) {
        return Promise.reject(new WrongExpectedRevision(stream, expected, revision < 0 ? null : revision));
      }
      const recorded = events.map((event, n) => ({
        ...(JSON.parse(JSON.stringify(event)) as typeof event),
        stream,
        revision: revision + 1 + n,
        position: String(log.length + 1 + n),
        recordedAt: now,
      }));
      log.push(...recorded);
      return Promise.resolve({ revision: revision + events.length, events: recorded });
    },
    readAll: ({ after = '0', limit = 500 } = {}) =>
      Promise.resolve(log.slice(Number(after), Number(after) + limit)),
    follow: () => {
      throw new Error('specs read the log page by page');
    },
    close: () => Promise.resolve(),
  };
};

export const openViews = (): Promise<Views> => {
  const views = new Map<string, ViewDefinition>();
  const tables = new Map<string, Map<string, unknown>>();
  const applied = new Map<string, number>();
  const rowsOf = (view: string) => tables.get(view) ?? new Map<string, unknown>();
  const find: Views['find'] = (view, { where = {}, limit = Infinity, after } = {}) => {
    const columns = views.get(view)?.columns ?? {};
    const found = [...rowsOf(view)]
      .filter(([key]) => after === undefined || key > after.key)
      .filter(([, row]) =>
        Object.entries(where).every(([name, is]) => holds(columns[name]?.(row) ?? null, is)),
      )
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, limit)
      .map(([key, row]) => ({ key, row: row as never }));
    return Promise.resolve(found);
  };
  return Promise.resolve({
    define: (definitions) => {
      for (const definition of definitions) {
        views.set(definition.name, definition as unknown as ViewDefinition);
        tables.set(definition.name, new Map());
      }
      return Promise.resolve(false);
    },
    get: (view, key) => Promise.resolve(rowsOf(view).get(key) as never),
    getMany: (view, keys) =>
      Promise.resolve(new Map([...rowsOf(view)].filter(([key]) => keys.includes(key))) as never),
    find,
    count: async (view, where) => (await find(view, { ...(where && { where }) })).length,
    lastApplied: (streams) =>
      Promise.resolve(new Map([...applied].filter(([name]) => streams.includes(name)))),
    apply: ({ rows, revisions }) => {
      for (const { view, key, row } of rows) {
        if (row === null) rowsOf(view).delete(key);
        else rowsOf(view).set(key, JSON.parse(JSON.stringify(row)));
      }
      for (const [stream, revision] of revisions) applied.set(stream, revision);
      return Promise.resolve();
    },
    clear: () => {
      for (const table of [...tables.values(), applied]) table.clear();
      return Promise.resolve();
    },
    dump: async function* (view) {
      yield* await find(view);
    },
    close: () => Promise.resolve(),
  });
};

/** Null meets nothing but null, as the port promises. */
const holds = (value: string | number | null, condition: Condition): boolean => {
  if (condition === null || typeof condition !== 'object') return value === condition;
  if (value === null) return false;
  if ('in' in condition) return condition.in.includes(value);
  const { from, to } = condition as { from?: string | number; to?: string | number };
  return (from === undefined || value >= from) && (to === undefined || value <= to);
};
