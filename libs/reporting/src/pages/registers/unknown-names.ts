/**
 * Which names do pledges, needs and offers say that no register knows? Ideas and gaps name nothing that is not refused at the door. The desk adds an alias to what is meant, or enters it, and what was said under
 * the name counts from then on. Accountability page, section 14.
 */
import { nameKey, registerOf, type AnyRegister } from '@pledgeline/contracts';
import type { PageOptions } from '../../answers/cursor.ts';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../../answers/cursor.ts';
import { everyRow } from '../../answers/every-row.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { unknownNameList } from './register.schema.ts';
import { namesKnown } from '../../views/names-known.ts';
import { NEED_BOARD, type NeedRow } from '../../views/need-board.view.ts';
import { namesInNeed, namesSaid, type NameSaid } from '../../views/register/names-said.ts';
import type { UnknownName, UnknownNameList } from './register.schema.ts';

type Asked = PageOptions & { readonly register?: AnyRegister | undefined };

/** One name in all its spellings. */
interface Heard {
  readonly register: AnyRegister;
  readonly spellings: Map<string, number>;
  readonly fields: Set<string>;
  readonly references: Set<string>;
  readonly needs: Set<string>;
}

const MOST_REFERENCES = 100;

/** Those that most pledges say first, then those that needs alone say. @throws {Rejected} BAD_CURSOR */
export const unknownNames = async (
  { views, answeredAt }: QueryContext,
  asked: Asked,
): Promise<UnknownNameList> => {
  const names = await namesKnown(views);
  const heard = new Map<string, Heard>();
  /** Undefined for a name that is known, or is of another register than the one asked for. */
  const hear = ({ register, field, name, orIn = [] }: NameSaid): Heard | undefined => {
    if (asked.register !== undefined && register !== asked.register) return undefined;
    if ([register, ...orIn].some((one) => names.isKnown(one, name))) return undefined;
    const key = `${register} ${keyIn(register, name)}`;
    const one = heard.get(key) ?? {
      register,
      spellings: new Map<string, number>(),
      fields: new Set<string>(),
      references: new Set<string>(),
      needs: new Set<string>(),
    };
    heard.set(key, one);
    one.spellings.set(name, (one.spellings.get(name) ?? 0) + 1);
    one.fields.add(field);
    return one;
  };
  for await (const page of pagesOfPledges(views))
    for (const { row } of page) {
      for (const said of namesSaid(row.pledge)) hear(said)?.references.add(row.pledge.reference);
    }
  for await (const { row } of everyRow<NeedRow>(views, NEED_BOARD)) {
    for (const said of namesInNeed(row)) hear(said)?.needs.add(row.need.needId);
  }
  const all = [...heard.values()].map((one): UnknownName => {
    const spellings = byFrequency(one.spellings);
    const asStated = spellings[0] ?? '';
    return {
      register: one.register,
      asStated,
      spellings,
      fields: [...one.fields].sort(),
      pledges: one.references.size,
      references: [...one.references].sort().slice(0, MOST_REFERENCES),
      needs: [...one.needs].sort().slice(0, MOST_REFERENCES),
      nearest: names
        .nearest(one.register, asStated)
        .map((code) => ({ code, name: names.nameOf(one.register, code) })),
    };
  });
  all.sort((one, other) => compared(placeIn(one), placeIn(other)));
  const after = placeOf(asked, asked, isPlace);
  const rest = after === undefined ? all : all.filter((one) => compared(placeIn(one), after) > 0);
  const items = rest.slice(0, asked.limit ?? DEFAULT_LIMIT);
  const last = items.at(-1);
  const next = rest.length > items.length && last !== undefined ? cursorFor(asked, placeIn(last)) : null;
  return { items, next, total: all.length, ...answeredAt };
};

/** Of states and missions by the letters, of the others as their registers do. */
const keyIn = (register: AnyRegister, name: string): string =>
  register === 'states' || register === 'missions' ? nameKey(name) : registerOf(register).keyOf(name);

const byFrequency = (spellings: ReadonlyMap<string, number>): readonly string[] =>
  [...spellings]
    .sort(([one, times], [other, oftener]) => oftener - times || (one < other ? -1 : 1))
    .map(([spelling]) => spelling);

type PlaceOfName = readonly [pledges: number, register: string, asStated: string];

const placeIn = ({ pledges, register, asStated }: UnknownName): PlaceOfName => [pledges, register, asStated];

const compared = (one: PlaceOfName, other: PlaceOfName): number => {
  if (one[0] !== other[0]) return other[0] - one[0];
  const [mine, theirs] = [one, other].map(([, register, name]) => `${register} ${name}`);
  return mine === theirs ? 0 : (mine ?? '') < (theirs ?? '') ? -1 : 1;
};

const isPlace = (place: readonly unknown[]): place is PlaceOfName =>
  place.length === 3 &&
  typeof place[0] === 'number' &&
  place.slice(1).every((one) => typeof one === 'string');

export const listUnknownNames = asList(question('listUnknownNames', 'LIST', unknownNames), {
  name: 'unknown-names',
  schema: unknownNameList,
});
