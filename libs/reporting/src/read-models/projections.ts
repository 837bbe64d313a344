/** All read models of this slice. One consumer group feeds them: decision 0003. */
import type { Projection } from '@pledgeline/event-sourcing';
import { conferenceList } from '../conferences/conference-list.projection.ts';
import { freshness } from './freshness.projection.ts';
import { gapBoard } from '../gaps/gap-board.projection.ts';
import { ideaList } from '../ideas/idea-list.projection.ts';
import { missionCalendar } from '../missions/mission-calendar.projection.ts';
import { needBoard } from '../needs/need-board.projection.ts';
import { pledgeRegister } from '../register/pledge-register.projection.ts';
import { requirementShelf } from '../requirements/requirement-shelf.projection.ts';
import { withLastSeen, withSharedNews } from '../visibility/last-seen.ts';
import { visitDiary } from '../visits/visit-diary.projection.ts';

export const GROUP = 'reporting';

export const projections = [
  withSharedNews(pledgeRegister),
  withLastSeen(gapBoard),
  withSharedNews(visitDiary),
  withLastSeen(needBoard),
  withLastSeen(missionCalendar),
  withLastSeen(conferenceList),
  withLastSeen(ideaList),
  withLastSeen(requirementShelf),
  freshness,
] as readonly unknown[] as readonly Projection<never>[];
