/** A need on the board, the offers made to it, and the pledge by which the chosen one becomes a promise. Accountability page, section 13. */
import type { Told } from './act.ts';
import { beginLife, dayAfter, otherState, type Begun } from './begin-life.ts';
import { implementationLife, TRAINING } from './implementation-life.ts';

export function* needLife(life: Begun): Told {
  const { act, chances, idOf, n, state } = life;
  const needy = beginLife(life.pledgeId, chances, n, otherState(life));
  const rival = beginLife(life.pledgeId, chances, n, otherState(life));
  const needId = idOf('need');
  const on = yield { after: 0, acts: [] };
  const need = {
    ...{
      needId,
      kind: 'TRAINING' as const,
      capabilityCode: TRAINING.what.capabilityCode,
      body: null,
      number: 2,
    },
    ...{ text: 'Courses before the next rotation', memberState: needy.state, neededBy: dayAfter(on, 400) },
    ...{ languages: ['en'], conference: null, followsPledge: null, source: 'SIMULATED' },
  } as const;
  yield { after: 0, acts: [needy.act('MS', 'PublishNeed', need)] };
  const courses = { needId, body: null, text: 'Two courses', number: 2, pledgeId: null };
  const [offerId, otherId] = [idOf('offer'), idOf('other offer')];
  const offered = { ...courses, offerId, memberState: state };
  yield { after: chances.between(10, 50), acts: [act('MS', 'MakeOffer', offered)] };
  if (rival.state !== state && rival.state !== needy.state) {
    const beside = { ...courses, offerId: otherId, memberState: rival.state };
    yield { after: 5, acts: [rival.act('MS', 'MakeOffer', beside)] };
    const refusal = { needId, offerId: otherId, reason: 'Another was chosen' };
    const end = chances.between(1, 4);
    if (end <= 2) yield { after: 9, acts: [needy.act('MS', 'DeclineOffer', refusal)] };
    if (end === 3) {
      const taken = { ...refusal, reason: 'No trainer is free' };
      yield { after: 9, acts: [rival.act('MS', 'WithdrawOffer', taken)] };
    }
  }
  const isChosen = chances.inHundred(80);
  const choice = { needId, offerId, number: 2, reason: null };
  if (isChosen) yield { after: chances.between(5, 30), acts: [needy.act('MS', 'ChooseOffer', choice)] };
  // Where nobody chose it, the state promises the courses to all.
  yield* implementationLife(life, TRAINING, isChosen ? needId : null);
  if (isChosen && chances.inHundred(70))
    yield { after: 20, acts: [needy.act('MS', 'CloseNeed', { needId, reason: 'The courses were held' })] };
}
