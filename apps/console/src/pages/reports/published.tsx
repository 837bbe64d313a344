/** What others published beside our figures, each with its source. They differ, and none is put in place of another. */
import type { Report } from '../../parts/figures.ts';
import { PublishedBeside } from '../../parts/published-beside.tsx';
import { groupName } from '../../words/value-name.ts';

export const Published = ({ of }: { readonly of: Report }) => (
  <PublishedBeside
    rows={of.groups.flatMap((group) =>
      group.figures
        .filter(({ published }) => published.length > 0)
        .map(({ figure, name, value, published }) => ({
          key: `${group.code} ${figure}`,
          group: of.groups.length > 1 ? groupName(of.question.by ?? 'conference', group) : null,
          name,
          ours: value,
          published,
        })),
    )}
  />
);
