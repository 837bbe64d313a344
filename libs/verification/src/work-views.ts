/** The slice's own read models: the deadlines, the open visits, the references of pledges and the names of missions. One group, one file. */
import { catalogue, skipsIn } from '@pledgeline/contracts';
import { correctedHistory, fillingFirst, forgetHalfFilled, project } from '@pledgeline/event-sourcing';
import type { EventStore, FillingProjector, OpenViews, Projection, Views } from '@pledgeline/event-sourcing';
import { pledgeNames } from '@pledgeline/pledge';
import { missionNames } from './missions/mission-names.projection.ts';
import { openVisits } from './readiness/open-visits.projection.ts';
import { pledgeDeadlines } from './due-work/pledge-deadlines.projection.ts';

export const WORK_GROUP = 'verification-work';
export const WORK_VIEWS = Symbol('Views of verification-work');
export const WORK_PROJECTOR = Symbol('Projector of verification-work');

const projections = [
  pledgeDeadlines,
  openVisits,
  pledgeNames,
  missionNames,
] as readonly unknown[] as readonly Projection<never>[];

export const workViews = async (openViews: OpenViews): Promise<Views> => {
  const views = await openViews(WORK_GROUP);
  await views.define(projections);
  await forgetHalfFilled(views);
  return views;
};

export const workProjector = (views: Views, store: EventStore): FillingProjector => {
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  return fillingFirst({ views, projector, store, skips: skipsIn(store), group: WORK_GROUP });
};
