/** How answers about candidates for a gap look. */
import { LEVELS, PRIORITIES, STATUSES } from '@pledgeline/contracts';
import { OBSTACLE_STAGES } from '@pledgeline/pledge';
import {
  countedPageFields,
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { FILLS } from '../../views/gap-board.view.ts';

const coded = {
  code: text,
  detail: said(text, 'for people; may change'),
};

const obstacle = object('CandidateObstacle', {
  stage: said(
    oneOf(OBSTACLE_STAGES, 'CandidateStage'),
    'what it stands in the way of: the match, the selection for this gap alone, or the deployment in time',
  ),
  ...coded,
});

const candidate = object('Candidate', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  memberStateName: text,
  capabilityCode: text,
  isSubstitute: said(flag, 'true where its code is one that the gap takes in place of its own'),
  status: orNull(oneOf(STATUSES)),
  level: orNull(oneOf(LEVELS)),
  levelValidUntil: orNull(day),
  validUntil: said(orNull(day), 'until when the offer stands'),
  deployWithinDays: orNull(whole),
  left: said(
    orNull(whole),
    'in the unit of the gap; null where nobody can say how much of the pledge that is',
  ),
  openCaveats: said(orNull(whole), 'null for who does not read all of them'),
  blockingCaveats: said(orNull(whole), 'of these; null for who does not read all of them'),
  inTheWay: said(
    list(obstacle),
    'for one of what the gap counts, today, as far as the reader may read it; empty where nothing is',
  ),
});

export const candidateList = object('CandidatePage', {
  ...countedPageFields(candidate),
  gap: said(
    object('GapOfCandidates', {
      gapId: uuid,
      capabilityCode: text,
      substitutes: list(text),
      number: whole,
      unit: text,
      neededBy: orNull(day),
      priority: oneOf(PRIORITIES),
      fill: oneOf(FILLS, 'GapFill'),
      left: whole,
      inTheWay: said(
        list(object('GapObstacle', coded)),
        'why nothing can be matched to it now, whichever pledge it is: it is closed, or all of it is held',
      ),
    }),
    'what they could fill',
  ),
});

export type CandidateList = Static<typeof candidateList>;
export type CandidateAnswer = CandidateList['items'][number];
