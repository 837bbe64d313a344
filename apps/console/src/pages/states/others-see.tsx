/** What everybody else sees of the pledges of a state: asked as nobody, so that it is what they are answered. */
import { AskedPart } from '../../parts/asked.tsx';
import { PledgeRows } from '../../parts/pledge-rows.tsx';
import { useAsked } from '../../server/api.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

/** As many as the list of the state's own pledges, so that they can be read side by side. */
const SHOWN = 20;

export const OthersSee = ({ code }: { readonly code: string }) => {
  const query = { memberState: [code], sort: '-announcedOn' as const, limit: SHOWN };
  const words = say().states;
  return (
    <AskedPart of={useAsked('/pledges', { query }, { asNobody: true })} room="line">
      {({ items, total }) => (
        <section aria-labelledby="others">
          <h2 id="others">{words.tabs.others}</h2>
          <p>{words.othersRead(total, number(total))}</p>
          {items.length > 0 && <PledgeRows items={items} withState={false} />}
        </section>
      )}
    </AskedPart>
  );
};
