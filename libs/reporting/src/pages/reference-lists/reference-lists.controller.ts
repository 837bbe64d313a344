/** The HTTP endpoints of the taxonomy and of the states. They are part of the code, so they need no read model. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  capabilities,
  categories,
  memberStates,
  namesOfStates,
  resolveMemberState,
  themes,
  TRACKS,
  type Theme,
} from '@pledgeline/contracts';
import { MemberStateFilter, OneOfFilter } from '../../answers/filters.request.ts';
import type { Static } from '../../answers/answer-schema.ts';
import { KINDS_OF_STATES, REGIONS, stateList, taxonomyList } from './reference-list.schema.ts';

export class ListTaxonomyRequest {
  @OneOfFilter(categories)
  category?: string;

  @OneOfFilter(TRACKS)
  track?: string;

  @OneOfFilter(themes)
  theme?: string;
}

export class ListStatesRequest {
  @MemberStateFilter()
  memberState?: string;

  @OneOfFilter(KINDS_OF_STATES)
  kind?: string;

  @OneOfFilter(REGIONS)
  region?: string;
}

const fits = (wanted: string | undefined, value: string): boolean => wanted === undefined || wanted === value;

const counted = <Item>(items: readonly Item[]) => ({ items, total: items.length });

const otherNames = new Map(
  memberStates.map(({ code, name }) => {
    const borne = namesOfStates().filter((one) => one.code === code && one.name !== name);
    return [code, [...new Set(borne.map((one) => one.name))]];
  }),
);

@ApiTags('pledges')
@Controller()
export class ReferenceListsController {
  /** Accountability page, section 15. */
  @Get('taxonomy')
  @ApiOperation({
    operationId: 'listTaxonomy',
    summary: 'What can be pledged: the capabilities, in the order of the taxonomy',
    description:
      'Lists the capabilities with their category, the track that each sends a pledge down and their themes. `total` counts those that fit the filters. They are all in one answer.',
  })
  @ApiOkResponse({ schema: taxonomyList })
  taxonomy(@Query() { category, track, theme }: ListTaxonomyRequest): Static<typeof taxonomyList> {
    return counted(
      capabilities.filter(
        (one) =>
          fits(category, one.category) &&
          fits(track, one.track) &&
          (theme === undefined || one.themes.includes(theme as Theme)),
      ),
    );
  }

  /** Accountability page, section 15. */
  @Get('states')
  @ApiOperation({
    operationId: 'listStates',
    summary: 'Who can announce: states, observers and organisations, with every name that is taken for each',
    description:
      'Lists states, observers and organisations by their code, with every name that is taken for each. `memberState` finds the one that a name means; a name that two bear is refused. `total` counts those that fit the filters. They are all in one answer.',
  })
  @ApiOkResponse({ schema: stateList })
  states(@Query() { memberState, kind, region }: ListStatesRequest): Static<typeof stateList> {
    const code = memberState === undefined ? undefined : resolveMemberState(memberState);
    return counted(
      memberStates
        .filter((one) => fits(code, one.code) && fits(kind, one.kind) && fits(region, one.region))
        .map((one) => ({
          code: one.code,
          name: one.name,
          kind: one.kind,
          region: one.region,
          otherNames: otherNames.get(one.code) ?? [],
        })),
    );
  }
}
