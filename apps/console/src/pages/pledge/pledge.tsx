/** One pledge: what it is, where it stands, what I may do, how it came to this. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { pastIn, pledgeAddress, withSearch } from '../../addresses/addresses.ts';
import { revisionIn } from '../../addresses/compare-address.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Newer } from '../../parts/newer.tsx';
import { Page } from '../../parts/page.tsx';
import { useHeld } from '../../parts/use-held.ts';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { historyKey } from './history.tsx';
import { useNamed } from './use-named.ts';
import { whatIsNewer } from './what-is-newer.ts';
import { WholePledge } from './whole-pledge.tsx';

type Details = Answer<'/pledges/{pledgeId}'>;

export const Pledge = () => {
  const { named, id } = useNamed();
  const search = useSearch();
  const past = pastIn(search);
  const atRevision = revisionIn(search);
  const query = atRevision === null ? past : { atRevision };
  const isWriting = new URLSearchParams(search).has('do');
  const queries = useQueryClient();
  const { of, newer, show } = useHeld(
    useAsked(
      '/pledges/{pledgeId}',
      { path: { pledgeId: named }, query },
      // Under a form that is open nothing moves by itself, nor is it taken away.
      { isKept: true, isStill: isWriting },
    ),
    JSON.stringify([named, query]),
    (a, b) => said(a) === said(b),
  );
  const pledge = of.data?.body;
  const [, navigate] = useLocation();
  useEffect(() => {
    // An id is replaced by what people cite.
    if (id !== undefined && pledge !== undefined)
      navigate(pledgeAddress(pledge.reference), { replace: true });
  }, [id, pledge, navigate]);
  const title = pledge === undefined ? named : titleOf(pledge);
  return (
    <Page
      title={title}
      wide
      rests={
        pledge && {
          recordedUpTo: pledge.recordedUpTo,
          json: withSearch(`/pledges/${pledge.pledgeId}`, { ...past }),
        }
      }
    >
      <AskedPart of={of}>
        {(found) => (
          <WholePledge
            key={found.pledgeId}
            pledge={found}
            named={named}
            etag={of.data?.etag ?? null}
            onRead={show}
          />
        )}
      </AskedPart>
      <Newer
        text={newer === null || pledge === undefined || isWriting ? '' : whatIsNewer(pledge, newer)}
        onShow={() => {
          show();
          void queries.invalidateQueries({ queryKey: historyKey(pledge?.pledgeId ?? '') });
        }}
      />
    </Page>
  );
};

/** How far the log was read moves without anything having happened to the pledge. */
const said = ({ recordedUpTo: _moment, ...rest }: Details): string => JSON.stringify(rest);

const titleOf = ({ memberStateName, description }: Details): string => `${memberStateName}: ${description}`;
