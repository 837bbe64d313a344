/** Every view of this slice. A new one is listed here: the engine of read models knows none by name. */
import { freshness } from './read-models/freshness.view.ts';
import { projectionsOf } from './read-models/projections.ts';
import { conferenceList } from './views/conference-list.view.ts';
import { fileShelf } from './views/file-shelf.view.ts';
import { gapBoard } from './views/gap-board.view.ts';
import { ideaList } from './views/idea-list.view.ts';
import { missionCalendar } from './views/mission-calendar.view.ts';
import { needBoard } from './views/need-board.view.ts';
import { pledgeRegister } from './views/register/pledge-register.view.ts';
import { voidPledges } from './views/register/void-pledges.view.ts';
import { registerNames } from './views/register-names.view.ts';
import { requirementShelf } from './views/requirement-shelf.view.ts';
import { taskList } from './views/tasks/task-list.view.ts';
import { visitDiary } from './views/visit-diary.view.ts';
import type { AnyView } from './visibility/view.ts';

export const views: readonly AnyView[] = [
  pledgeRegister,
  voidPledges,
  gapBoard,
  visitDiary,
  needBoard,
  missionCalendar,
  registerNames,
  fileShelf,
  conferenceList,
  ideaList,
  requirementShelf,
  taskList,
  freshness,
];

export const projections = projectionsOf(views);
