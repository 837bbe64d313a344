/** What moves the day that a command without a date takes: what people did, and not what the system writes by itself. */
import { after } from './testing/a-pledge.ts';
import { correctionProposed, correctionRejected, eventCorrected } from './testing/corrections.ts';
import { downgraded, lapsed, linked, reminded, renewed, withdrawn } from './testing/early-life.ts';
import { atLevel2, matched, matchRefused, matchReleased } from './testing/later-life.ts';

const BEFORE = '2026-01-09';
const DAY = '2026-02-03';
const history = [...atLevel2, { ...renewed(), occurredOn: BEFORE }];

it.each([
  ['a reminder', reminded()],
  ['a lapse', lapsed()],
  ['a refused match', matchRefused()],
  ['a proposed correction', correctionProposed()],
  ['a correction', eventCorrected()],
  ['a rejected correction', correctionRejected()],
])('%s is no activity', (_, event) => {
  const { lastActivityOn } = after([...history, { ...event, occurredOn: DAY }]).state();
  expect(lastActivityOn).toBe(BEFORE);
});

it.each([
  ['a renewal', renewed()],
  ['a withdrawal', withdrawn()],
  ['a downgrade', downgraded()],
  ['another announcement', linked()],
  ['a match', matched()],
  ['a released match', matchReleased()],
])('%s is activity', (_, event) => {
  const { lastActivityOn } = after([...history, { ...event, occurredOn: DAY }]).state();
  expect(lastActivityOn).toBe(DAY);
});

it('activity that is entered late does not move the day back', () => {
  const { lastActivityOn } = after([...history, { ...linked(), occurredOn: '2025-12-01' }]).state();
  expect(lastActivityOn).toBe(BEFORE);
});
