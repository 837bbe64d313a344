/** The pledges of a state, the latest first, and the way to all of them. */
import type { Past } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { PledgeRows } from '../../parts/pledge-rows.tsx';
import { useAsked } from '../../server/api.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

/** The register has the others. */
const SHOWN = 20;

interface PledgesOfStateProps {
  readonly code: string;
  readonly past: Past;
  /** Only those of this capability. */
  readonly capabilityCode?: 'POL-ENDORSE';
}

export const PledgesOfState = ({ code, past, capabilityCode }: PledgesOfStateProps) => {
  const only = capabilityCode === undefined ? {} : { capabilityCode: [capabilityCode] };
  const selection = { ...only, memberState: [code], sort: '-announcedOn' as const };
  const query = { ...past, ...selection, limit: SHOWN };
  const words = say().states;
  return (
    <AskedPart of={useAsked('/pledges', { query })} room="plot">
      {({ items, total }) =>
        items.length === 0 ? (
          capabilityCode !== undefined && <p>{words.noneOfThese}</p>
        ) : (
          <section aria-labelledby="pledges">
            <h2 id="pledges">{capabilityCode === undefined ? words.pledges : words.tabs.endorsements}</h2>
            <PledgeRows items={items} withState={false} />
            <p className="ways-on">
              <PlaceLink to={registerAddress(selection)}>{words.all(total, number(total))}</PlaceLink>
            </p>
          </section>
        )
      }
    </AskedPart>
  );
};
