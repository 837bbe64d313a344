/** What a form has filled in by its address: only what it can be about, and nothing else that a link may say. */
import { beginsWith } from './begins-with.ts';

const gap = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f60';
const pledge = '2025-berlin/IND/QRF-COY-2HP4N';

it.each([
  ['a visit, the pledge that it was begun from', 'ScheduleVisit', null, { units: [pledge] }],
  ['a match, the gap that it is about', 'MatchPledge', gap, { gapId: gap }],
  ['a match about nothing, nothing', 'MatchPledge', null, undefined],
  ['a match about what is no id, nothing', 'MatchPledge', 'javascript:alert(1)', undefined],
  ['a match about more than an id, nothing', 'MatchPledge', `${gap} and more`, undefined],
  ['an answer, nothing', 'ProvideClarification', gap, undefined],
] as const)('%s', (_, command, about, begins) => expect(beginsWith(command, pledge, about)).toEqual(begins));
