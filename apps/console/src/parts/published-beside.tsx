/** Our figures beside those that others published, with their source. The difference is said, and never mended. */
import { number } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { Source } from './source.tsx';

export interface PublishedRow {
  readonly key: string;
  /** Of which group, where there are several. */
  readonly group: string | null;
  readonly name: string;
  /** How we count it, where it is not defined beside. */
  readonly definition?: string;
  /** Null where we count nothing of that kind. */
  readonly ours: number | null;
  readonly published: readonly { readonly value: string; readonly source: string }[];
}

export const PublishedBeside = ({ rows }: { readonly rows: readonly PublishedRow[] }) => {
  const words = say().published;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="published" className="published">
      <h2 id="published">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <table className="rows">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{say().overview.figure}</th>
            <th scope="col" className="value">
              {words.ours}
            </th>
            <th scope="col">{words.published}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ key, group, name, definition, ours, published }) =>
            published.map(({ value, source }) => (
              <tr key={`${key} ${value}`}>
                <th scope="row">
                  {group ?? name}
                  {group !== null && <span className="meta">{name}</span>}
                  {definition !== undefined && <span className="meta">{definition}</span>}
                </th>
                <td className="value" data-label={words.ours}>
                  {ours === null ? words.notCounted : number(ours)}
                </td>
                <td data-label={words.published}>
                  {value}
                  <span className="meta beside-it">{differenceOf(ours, value)}</span>
                </td>
                <td className="meta sources">
                  <Source of={source} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
};

/** Only where both are plain numbers; a sentence is not compared. */
const differenceOf = (ours: number | null, published: string): string => {
  if (ours === null || !/^\d+$/.test(published)) return '';
  const by = ours - Number(published);
  const words = say().published;
  return by === 0 ? words.same : by < 0 ? words.fewer(number(-by)) : words.more(number(by));
};
