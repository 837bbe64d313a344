/**
 * A page stays readable, and costs the same, however long its pledge has lived: of each list that may go on for years it shows the
 * newest, and says how many there are. The others are in the history of the pledge.
 */
import type { PledgePage } from './pledge.schema.ts';

/** Of one list. */
export const MOST_ON_PAGE = 50;

type Counts = PledgePage['inAll'];

/** @returns the same answer with the newest of each list, and the lengths of those that were longer, by the way to each. */
export const newestOnPage = <Page extends object>(
  page: Page,
  lists: readonly (readonly string[])[] = LISTS,
): Page & { readonly inAll: Counts } => {
  const inAll: Record<string, number> = {};
  let shown: object = page;
  for (const path of lists) {
    const list = path.reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], shown);
    if (!Array.isArray(list) || list.length <= MOST_ON_PAGE) continue;
    inAll[path.join('.')] = list.length;
    shown = withList(shown as Fields, path, list.slice(-MOST_ON_PAGE));
  }
  return { ...(shown as Page), inAll };
};

type Fields = Readonly<Record<string, unknown>>;

const withList = (fields: Fields, [name = '', ...deeper]: readonly string[], list: unknown): Fields => ({
  ...fields,
  [name]: deeper.length === 0 ? list : withList(fields[name] as Fields, deeper, list),
});

const LISTS = [
  ['links'],
  ['amendments'],
  ['suspensions'],
  ['progress'],
  ['matches'],
  ['conditions'],
  ['caveats'],
  ['objections'],
  ['internal', 'documents'],
  ['internal', 'clarifications'],
  ['internal', 'supportRequests'],
  ['internal', 'assessments'],
  ['internal', 'corrections'],
  ['internal', 'acts'],
  ['internal', 'annulments'],
  ['file', 'notes'],
];
