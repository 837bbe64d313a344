/**
 * A question whose answer is a list: as JSON or as CSV. CSV has no place for how many there are and where they go on, so these stand
 * in headers: `x-total-count`, and `link` (RFC 8288) to the next page. Accountability page, section 15.
 */
import type { TSchema } from 'typebox';
import type { AsOfQuery } from '../answers/as-of.ts';
import { MEDIA_TYPES, type Format } from '../answers/format.request.ts';
import { listCsv } from '../answers/list-csv.ts';
import type { Question } from './question.ts';

/** Where a question names no limit: a spreadsheet takes more than a screen. */
const CSV_LINES = 1000;

interface Listed {
  readonly items: readonly object[];
  readonly total: number;
  readonly next?: string | null;
}

/** A question that names the form of its answer. */
export interface InAForm {
  readonly format?: Format | undefined;
}

export interface ListForm {
  /** Of the file, without its ending. */
  readonly name: string;
  /** The description of the whole answer; that of its items says which columns there are. */
  readonly schema: TSchema;
  /** Members of the input that stand in the path. */
  readonly inPath?: readonly string[];
}

export const asList = <Input>(json: Question<Input>, form: ListForm): Question<Input & InAForm> => ({
  ...json,
  isList: true,
  answer: async (input, caller, sources) => {
    const { format, ...asked } = input as Input & AsOfQuery & InAForm;
    if (format !== 'csv') return json.answer(asked as Input & AsOfQuery, caller, sources);
    const stated = withoutUndefined(asked);
    const sized = { limit: CSV_LINES, ...stated } as unknown as Input & AsOfQuery;
    const { content, otherwiseFor } = await json.answer(sized, caller, sources);
    const { items, total, next = null } = content as Listed;
    return {
      ...(otherwiseFor !== undefined && { otherwiseFor }),
      content: listCsv(itemOf(form.schema), items),
      mediaType: MEDIA_TYPES.csv,
      fileName: `${form.name}.csv`,
      headers: {
        'x-total-count': String(total),
        ...(next !== null && { link: nextPage({ ...stated, format, cursor: next }, form.inPath ?? []) }),
      },
    };
  },
});

/** A field of a request that was left out is there as undefined. */
const withoutUndefined = (asked: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

const itemOf = (schema: TSchema): object => {
  const { properties } = schema as { readonly properties?: { readonly items?: { readonly items?: object } } };
  return properties?.items?.items ?? {};
};

/** Relative to the address of this page. */
const nextPage = (question: object, inPath: readonly string[]): string => {
  const parameters = Object.entries(question)
    .filter(([name]) => !inPath.includes(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]));
  return `<?${new URLSearchParams(parameters).toString()}>; rel="next"`;
};
