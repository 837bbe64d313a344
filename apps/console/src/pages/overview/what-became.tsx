/** Conference by conference, what became of each pledge. */
import { addressOf, conferenceAddress } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { Became } from '../../parts/became.tsx';
import type { Report } from '../../parts/figures.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import type { Asked } from '../../server/api.ts';
import { conferenceName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

const NO_CONFERENCE = 'none';

export const WhatBecame = ({ of, csv }: { readonly of: Asked<Report>; readonly csv: string }) => (
  <>
    <Became
      of={of}
      csv={csv}
      title={say().overview.becameTitle}
      rowsAre={say().overview.conference}
      nameOf={({ code }) => (code === NO_CONFERENCE ? say().overview.outside : conferenceName(code))}
      to={(code) =>
        code === NO_CONFERENCE ? registerAddress({ conference: [code] }) : conferenceAddress(code)
      }
    />
    <p className="ways-on">
      <PlaceLink to={addressOf.states}>{say().overview.byState}</PlaceLink>
      <PlaceLink to={addressOf.conferences}>{say().overview.allConferences}</PlaceLink>
    </p>
  </>
);
