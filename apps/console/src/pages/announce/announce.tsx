/** What a state promises, in its own words: entered by the state, or by officers who have its paper. */
import { Suspense, useState } from 'react';
import { addressOf, signInAddress } from '../../addresses/addresses.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import type { Recorded } from '../../server/commands.ts';
import { useSession } from '../../server/session.ts';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS } from '../../server/who-announces.data.ts';
import { roleName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { AnnounceForm } from './announce-form.tsx';
import { Announced } from './announced.tsx';

export const Announce = () => {
  const session = useSession();
  const draft = useDraft(addressOf.announce);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const words = say().announce;
  if (session === undefined) return <Page title={words.title}>{null}</Page>;
  const caller = session.session?.caller ?? null;
  const may = [...ANNOUNCES, ...ANNOUNCES_FOR_OTHERS];
  return (
    <Page title={words.title} wide>
      {caller === null && (
        <>
          <p>{say().session.needed}</p>
          <p>
            <PlaceLink to={signInAddress(`/console${addressOf.announce}`)} className="button main">
              {say().session.signIn}
            </PlaceLink>
          </p>
        </>
      )}
      {caller !== null && !may.includes(caller.role) && (
        <p>{words.notYours([...new Set(may)].map(roleName).join(', '))}</p>
      )}
      {caller !== null && may.includes(caller.role) && recorded === null && (
        <>
          <p className="lead">{words.lead}</p>
          <Suspense fallback={<p role="status">{say().loading}</p>}>
            <AnnounceForm
              caller={caller}
              draft={draft}
              onRecorded={(answer) => {
                draft.forget();
                setRecorded(answer);
              }}
            />
          </Suspense>
        </>
      )}
      {recorded !== null && <Announced recorded={recorded} onAnother={() => setRecorded(null)} />}
    </Page>
  );
};
