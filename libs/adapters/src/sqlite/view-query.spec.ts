/** By which index questions find their rows: what the planner of SQLite would do by itself reads every row. */
import { DatabaseSync } from 'node:sqlite';
import { countRows, createTable, findRows, viewTable } from './view-query.ts';

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
});
afterEach(() => {
  database.close();
});

/** How the rows of the first page are found. */
const planOf = (table: ReturnType<typeof viewTable>, where: Parameters<typeof findRows>[2]): string => {
  const [page] = findRows(table, () => table, where);
  if (page === undefined) throw new Error('there is no page');
  return stepsOf({ ...page, values: [...page.values, 10] });
};

const stepsOf = ({ text, values }: ReturnType<typeof countRows>): string => {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
  return steps.map(({ detail }) => String(detail)).join('\n');
};

it.each([
  ['words', { anyWord: ['ann', 'bob'] }],
  ['what lies between two values', { from: 'ann', to: 'bob' }],
  ['what has any value', { from: '' }],
  ['what comes before a value', { to: 'bob' }],
])('%s in a column that most rows leave empty: looked for in its index alone', (_, crew) => {
  const table = viewTable('ships', ['flag', 'crew'], { sparse: ['crew'] });
  database.exec(createTable(table));
  // The second page, of which the planner knows more about the keys.
  const plan = planOf(table, { where: { crew }, after: { value: null, key: 'ship-1' } });
  expect(plan).toContain('INDEX index_ships_crew_key');
  expect(plan).not.toMatch(/SCAN view_ships(?! USING (COVERING )?INDEX index_ships_crew_key)/);
});

it('a value is found by the index of its column, which has the order of keys too', () => {
  const table = viewTable('ships', ['flag'], {});
  database.exec(createTable(table));
  const plan = planOf(table, { where: { flag: 'NOR' } });
  expect(plan).toMatch(/SEARCH view_ships USING INDEX index_ships_flag_key/);
  expect(plan).not.toContain('TEMP B-TREE');
});

it('a value is found by an index that leaves out the key, where the view says so', () => {
  const table = viewTable('ships', ['flag', 'crew'], { sparse: ['crew'], indexes: [['flag'], ['crew']] });
  database.exec(createTable(table));
  const byFlag = planOf(table, { where: { flag: 'NOR' } });
  expect(byFlag).toMatch(/SEARCH view_ships USING INDEX index_ships_flag \(/);
  const byWord = planOf(table, { where: { crew: { anyWord: ['ann'] } } });
  expect(byWord).toContain('COVERING INDEX index_ships_crew (');
});

describe('a range of a column that most rows leave empty, of which thousands may fit', () => {
  const ships = viewTable('ships', ['flag', 'crew'], { sparse: ['crew'] });
  const crew = { from: 'ann', to: 'bob' };
  beforeEach(() => {
    database.exec(createTable(ships));
  });

  it.each([false, true])(
    'in the order of that column: as many are read as are wanted (descending: %s)',
    (descending) => {
      const plan = planOf(ships, { where: { crew }, orderBy: 'crew', descending });
      expect(plan).toBe(
        'SEARCH view_ships USING INDEX index_ships_crew_key (column_crew>? AND column_crew<?)',
      );
    },
  );

  it('of one flag, in the order of that column: the same', () => {
    const plan = planOf(ships, { where: { flag: 'NOR', crew }, orderBy: 'crew' });
    expect(plan).not.toContain('LIST SUBQUERY');
  });

  it('counted up to a number: no more are looked at', () => {
    const plan = stepsOf(countRows(ships, () => ships, { crew }, 10));
    expect(plan).not.toContain('LIST SUBQUERY');
    expect(plan).toMatch(/SEARCH view_ships USING COVERING INDEX index_ships_crew_key/);
  });
});
