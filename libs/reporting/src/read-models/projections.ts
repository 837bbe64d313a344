/** The projections of the views of this slice. One consumer group feeds them: decision 0003. */
import type { AnyProjection, Projection } from '@pledgeline/event-sourcing';
import type { AnyView } from '../visibility/view.ts';
import { withLastSeen, withSharedNews } from '../visibility/visible-revision.ts';

export const GROUP = 'reporting';

/** Every row of a stream keeps how far each kind of reader sees it. */
export const projectionsOf = (views: readonly AnyView[]): readonly AnyProjection[] =>
  views.map(({ projection, concerned }) => {
    if (projection.ofManyStreams === true || projection.follow !== undefined) return projection;
    const ofStreams = projection as Projection<object>;
    return concerned === undefined ? withLastSeen(ofStreams) : withSharedNews(ofStreams);
  });
