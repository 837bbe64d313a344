/** Conference by conference, what became of each pledge. */
import { addressOf, conferenceAddress } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { Became } from '../../parts/became.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { conferenceName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

const NO_CONFERENCE = 'none';

export const WhatBecame = ({ past }: { readonly past: Past }) => (
  <>
    <Became
      query={{ ...past, by: 'conference' }}
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
