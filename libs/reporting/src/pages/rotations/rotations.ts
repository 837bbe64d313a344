/** Which states hold one capability in turn, whose turn is it, and where is nobody's? */
import { leadOf, statesOf, type Pledge } from '@pledgeline/pledge';
import { carriedBy } from '../../views/register/carried-by.ts';
import { openHoles } from '../../views/tasks/open-holes.ts';
import { pageOfView } from '../../answers/page-of-view.ts';
import { partnershipOnPage } from '../pledge/partnership-on-page.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { stateCodes } from '../../views/register/pledge-filters.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { rotationList } from './rotation.schema.ts';
import type { Rotation, RotationList } from './rotation.schema.ts';
import type { ListRotationsRequest } from './rotation.request.ts';

/** Rotations of one state after another, in the order of their references. @throws {Rejected} UNKNOWN_STATE */
export const rotations = async (
  context: QueryContext,
  question: ListRotationsRequest,
): Promise<RotationList> => {
  const { memberState } = question;
  const where = {
    partnership: 'ROTATION',
    ...(memberState !== undefined && {
      states: await carriedBy(context.views, stateCodes(memberState) ?? []),
    }),
  };
  const asked = { view: PLEDGE_REGISTER, where, orderBy: 'reference', question };
  const page = await pageOfView<RegisterRow>(context, asked, ({ pledge }) => pledge.reference);
  return { ...page, items: page.items.map(({ pledge }) => rotation(pledge, context.today)) };
};

const rotation = (pledge: Pledge, today: string): Rotation => {
  const { pledgeId, reference, status, partnership } = pledge;
  const lead = leadOf(pledge);
  const list = partnership?.turns ?? null;
  return {
    pledgeId,
    reference,
    status,
    lead,
    leadName: memberStateName(lead),
    states: statesOf(pledge),
    inPlace: list?.turns[list.inPlace]?.state ?? null,
    turns: partnershipOnPage(pledge)?.turns ?? [],
    holes: openHoles(pledge, today),
  };
};

export const listRotations = asList(question('listRotations', 'LIST', rotations), {
  name: 'rotations',
  schema: rotationList,
});
