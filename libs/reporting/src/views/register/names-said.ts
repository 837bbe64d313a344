/** The names of texts, bodies, centres, ministries, missions and states that a pledge or a need says, as it says them. */
import { memberState, partnersNamed, type AnyRegister } from '@pledgeline/contracts';
import { termsPromised, type Pledge } from '@pledgeline/pledge';
import type { NeedRow } from '../need-board.view.ts';

export interface NameSaid {
  readonly register: AnyRegister;
  /** Where it is said, as the page of the pledge has it. */
  readonly field: string;
  readonly name: string;
  /** Other registers that may know it: a body may be a mission, and who is named beside others a state. */
  readonly orIn?: readonly AnyRegister[];
}

/** Once for each place. What was not stated is not there. */
export const namesSaid = (pledge: Pledge): readonly NameSaid[] => {
  const { announcement, implementation, delivered, deployment, selection, matches, partnership } = pledge;
  const terms = termsPromised(pledge);
  const said = (
    register: AnyRegister,
    field: string,
    ...names: readonly (string | null | undefined)[]
  ): NameSaid[] =>
    names.flatMap((name) =>
      typeof name === 'string' && name.trim() !== '' ? [{ register, field, name }] : [],
    );
  const partners = (announcement?.partners ?? []).flatMap(partnersNamed);
  const isBody = (party: string | null): boolean => party !== null && memberState(party) === undefined;
  return [
    ...said('states', 'memberState', stateAsStated(pledge)),
    ...said('bodies', 'announcement.partners', ...partners).map((one): NameSaid => ({
      ...one,
      orIn: ['states', 'missions'],
    })),
    ...said('ministries', 'announcement.speaker.ministry', announcement?.speaker?.ministry),
    ...said('bodies', 'partnership.partners', ...(partnership?.partners ?? []).map(({ body }) => body)),
    ...said('bodies', 'partnership.proposals', ...pledge.partnerProposals.map(({ body }) => body)),
    ...said('bodies', 'terms.implementingBody', terms?.implementingBody),
    ...said('bodies', 'implementation.implementingBody', implementation?.implementingBody),
    ...said('bodies', 'delivered.funds.fund', ...(delivered?.funds ?? []).map(({ fund }) => fund)),
    ...said(
      'bodies',
      'delivered.funds.funder',
      ...(delivered?.funds ?? []).map(({ funder }) => funder).filter(isBody),
    ),
    ...said(
      'bodies',
      'delivered.courses.contributors',
      ...(delivered?.courses ?? [])
        .flatMap(({ contributors }) => contributors.map(({ party }) => party))
        .filter(isBody),
    ),
    ...said('centres', 'delivered.courses.centre', ...(delivered?.courses ?? []).map(({ centre }) => centre)),
    ...said(
      'texts',
      'delivered.acts.what',
      ...(delivered?.acts ?? []).filter(({ act }) => isOnText(act)).map(({ what }) => what),
    ),
    ...said('missions', 'terms.mission', terms?.mission),
    ...said('missions', 'matches.mission', ...matches.map(({ mission }) => mission)),
    ...said('missions', 'selection.mission', selection?.mission),
    ...said('missions', 'deployment.mission', deployment?.mission),
    ...said(
      'missions',
      'delivered.secondments.mission',
      ...(delivered?.secondments ?? []).map(({ mission }) => mission),
    ),
  ];
};

/** Whose the need is, and who offers, where that is no state. */
export const namesInNeed = ({ need, offers }: NeedRow): readonly NameSaid[] => [
  ...(need.body === null ? [] : [bodyOf('needs', need.body)]),
  ...offers.flatMap(({ body }) => (body === null ? [] : [bodyOf('needs.offers', body)])),
];

const bodyOf = (field: string, name: string): NameSaid => ({
  ...{ register: 'bodies', field, name },
  orIn: ['missions'],
});

/** A law or a statement is of the state itself, and in no register. */
export const isOnText = (act: string): boolean => act === 'ENDORSEMENT' || act === 'REPORT';

/** The name that stood beside the code of the state, where it was stated. */
const stateAsStated = ({ announcement }: Pledge): string | null => announcement?.memberStateAsStated ?? null;
