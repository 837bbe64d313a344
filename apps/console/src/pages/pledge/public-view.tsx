/** A pledge as everybody sees it, for who sees more: asked as nobody, so that it is what others are answered. */
import { useSearch } from 'wouter';
import { pastIn, pledgeAddress } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useAsked } from '../../server/api.ts';
import { say } from '../../words/words.ts';
import { Facts } from './facts.tsx';
import { Head } from './head.tsx';
import { History } from './history.tsx';
import { StatusPath } from './status-path.tsx';
import { useNamed } from './use-named.ts';

export const PublicView = () => {
  const { named } = useNamed();
  const past = pastIn(useSearch());
  const of = useAsked('/pledges/{pledgeId}', { path: { pledgeId: named }, query: past }, { asNobody: true });
  const pledge = of.data?.body;
  const words = say().pledge;
  return (
    <Page
      title={pledge === undefined ? named : `${pledge.memberStateName}: ${pledge.description}`}
      wide
      rests={pledge && { recordedUpTo: pledge.recordedUpTo }}
    >
      <p className="past" role="note">
        {words.publicView} <PlaceLink to={pledgeAddress(named)}>{words.ownView}</PlaceLink>
      </p>
      <AskedPart of={of}>
        {(found) => (
          <div className="pledge">
            <Head pledge={found} />
            <StatusPath pledge={found} />
            <div className="pledge-columns">
              <div className="pledge-side">
                <Facts pledge={found} />
              </div>
              <div className="pledge-main">
                <History
                  pledgeId={found.pledgeId}
                  reference={found.reference}
                  past={past}
                  proposals={[]}
                  asNobody
                />
              </div>
            </div>
          </div>
        )}
      </AskedPart>
    </Page>
  );
};
