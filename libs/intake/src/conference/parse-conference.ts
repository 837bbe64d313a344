/** Parses the record of a conference with every field, so that two records can be compared. */
import {
  coChairsNamed,
  isInSeries,
  publishedInColumns,
  resolveMemberState,
  themesInColumn,
} from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { ReviseConferenceRequest } from './conference.request.ts';

type Conference = DataOf<'ConferenceRegistered'>;

/** The columns of the conference file mean what they mean in its old events; roles and facts come beside them. */
export const parseConference = (code: string, body: ReviseConferenceRequest): Conference => {
  const { themes, crossCuttingThemes } = themesInColumn(body.themes ?? []);
  const columns = publishedInColumns({
    participants: body.participants ?? null,
    statesWithNewPledges: body.statesWithNewPledges ?? null,
    headlineTotals: body.headlineTotals ?? null,
    source: body.source,
  });
  return {
    code,
    kind: body.kind,
    name: body.name,
    start: body.start ?? null,
    end: body.end ?? null,
    place: body.place ?? null,
    series: body.series ?? isInSeries({ code, kind: body.kind }),
    raisesFor: body.raisesFor ?? null,
    mainConference: body.mainConference ?? null,
    roles: rolesIn(body),
    themes,
    crossCuttingThemes: [...crossCuttingThemes, ...(body.crossCuttingThemes ?? [])],
    published: [
      ...columns,
      ...(body.published ?? []).map(({ what, value, source }) => ({ what, value, source })),
    ],
    source: body.source,
  };
};

/** A participant with a role is not named again as a host or co-chair. */
const rolesIn = ({ roles, hostsCoChairs }: ReviseConferenceRequest): Conference['roles'] => {
  const said = (roles ?? []).map(({ memberState: asStated, role }) => ({
    memberState: resolveMemberState(asStated) ?? null,
    asStated,
    role,
  }));
  const named = coChairsNamed(hostsCoChairs ?? []).filter(
    ({ memberState, asStated }) =>
      !said.some((other) =>
        memberState === null ? other.asStated === asStated : other.memberState === memberState,
      ),
  );
  return [...said, ...named];
};
