/**
 * What comes before and after each step from a finding to an evaluation. Every step is read as its reader may see it: what he may not
 * read is no neighbour, and nothing says that it is there.
 */
import type { Views } from '@pledgeline/event-sourcing';
import type { Assessment, Finding, Pledge } from '@pledgeline/pledge';
import { NEED_BOARD, pledgesChosen, stateOf, type NeedRow } from '../../views/need-board.view.ts';
import { pledgesIn, promisesOf } from '../../views/promises-of-offers.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import type {
  Feedback,
  RelatedCourse,
  RelatedEvaluation,
  RelatedFinding,
  RelatedNeed,
} from './neighbours.schema.ts';

/** What was found, with the assessment in which it was. */
export interface Found {
  readonly pledge: Pledge;
  readonly assessment: Assessment;
  readonly finding: Finding;
}

export const foundIn = (pledge: Pledge): readonly Found[] =>
  pledge.assessments.flatMap((assessment) =>
    assessment.findings.map((finding) => ({ pledge, assessment, finding })),
  );

/** Findings that led to one of these needs or pledges. */
export const findingsThatLedTo = async (
  views: Views,
  ids: readonly string[],
): Promise<readonly RelatedFinding[]> => {
  const found = new Map<string, RelatedFinding>();
  for (const word of new Set(ids)) {
    for (const { row } of await views.find<RegisterRow>(PLEDGE_REGISTER, {
      where: { ledTo: { anyWord: [word] } },
    })) {
      for (const one of foundIn(row.pledge)) {
        const { findingId, needId, ledToPledgeId } = one.finding;
        if (needId === word || ledToPledgeId === word) found.set(findingId, relatedFinding(one));
      }
    }
  }
  return [...found.values()];
};

const relatedFinding = ({ pledge, assessment, finding }: Found): RelatedFinding => ({
  findingId: finding.findingId,
  pledgeId: pledge.pledgeId,
  reference: pledge.reference,
  text: finding.text,
  tool: assessment.tool,
  assessedOn: assessment.assessedOn,
});

/** Undefined for who reads no needs. */
export const needAt = async (views: Views, needId: string): Promise<RelatedNeed | undefined> => {
  const row = await views.get<NeedRow>(NEED_BOARD, needId);
  return row && relatedNeed(views, row);
};

const relatedNeed = async (views: Views, row: NeedRow): Promise<RelatedNeed> => {
  const { needId, kind, text, memberState, body } = row.need;
  const whose = memberState === null ? (body ?? '') : memberStateName(memberState);
  const promises = await promisesOf(pledgesChosen(row), pledgesIn(views));
  return { needId, kind, text, whose, state: stateOf(row, promises) };
};

/** The pledges that answer the need: they were announced for it, or promised an offer that was chosen. */
export const pledgesAnswering = async (views: Views, needId: string): Promise<readonly string[]> => {
  const announced = await views.find<RegisterRow>(PLEDGE_REGISTER, { where: { need: needId } });
  const row = await views.get<NeedRow>(NEED_BOARD, needId);
  return [...new Set([...announced.map(({ key }) => key), ...(row ? pledgesChosen(row) : [])])];
};

/** The pledges to which a finding led, straight or by its need. */
export const pledgesOf = async (
  views: Views,
  { needId, ledToPledgeId }: Finding,
): Promise<readonly string[]> => {
  const answering = needId === null ? [] : await pledgesAnswering(views, needId);
  return [...new Set([...(ledToPledgeId === null ? [] : [ledToPledgeId]), ...answering])];
};

/** The pledges with all that go on in their place: parts of a split, a joint pledge, a newer one. */
export const withSuccessors = (views: Views, ids: readonly string[]): Promise<readonly Pledge[]> =>
  walk(views, ids, ({ lineage, supersededBy }) => [...(lineage?.children ?? []), supersededBy ?? []].flat());

const withAncestors = (views: Views, pledge: Pledge): Promise<readonly Pledge[]> =>
  walk(views, [pledge.pledgeId], ({ lineage }) => lineage?.parents ?? []);

const walk = async (
  views: Views,
  from: readonly string[],
  next: (pledge: Pledge) => readonly string[],
): Promise<readonly Pledge[]> => {
  const seen = new Map<string, Pledge>();
  let ids = from;
  while (ids.length > 0) {
    const rows = await views.getMany<RegisterRow>(PLEDGE_REGISTER, ids);
    const fresh = [...rows.values()].map(({ pledge }) => pledge).filter((one) => !seen.has(one.pledgeId));
    for (const pledge of fresh) seen.set(pledge.pledgeId, pledge);
    ids = fresh.flatMap(next).filter((id) => !seen.has(id));
  }
  return [...seen.values()];
};

export const coursesOf = ({ pledgeId, delivered }: Pledge): readonly RelatedCourse[] =>
  (delivered?.courses ?? []).map(({ courseId, place, from, to, trained }) => ({
    courseId,
    pledgeId,
    place,
    from,
    to,
    trained,
  }));

export const evaluationsOf = ({ pledgeId, evaluations }: Pledge): readonly RelatedEvaluation[] =>
  evaluations.map(({ evaluationId, courseId, result, evaluatedOn }) => ({
    evaluationId,
    courseId,
    pledgeId,
    result,
    evaluatedOn,
  }));

/** Both sides of a pledge. What a part of a split answers, its whole was announced for. */
export const feedbackOf = async (views: Views, pledge: Pledge): Promise<Feedback> => {
  const line = pledge.lineage === null ? [pledge] : await withAncestors(views, pledge);
  const needs = new Map<string, RelatedNeed>();
  for (const { announcement, pledgeId } of line) {
    const announcedFor = announcement?.need ? await needAt(views, announcement.need) : undefined;
    const offered = await views.find<NeedRow>(NEED_BOARD, { where: { pledges: { anyWord: [pledgeId] } } });
    const offeredTo = await Promise.all(offered.map(({ row }) => relatedNeed(views, row)));
    for (const need of [announcedFor ?? [], offeredTo].flat()) needs.set(need.needId, need);
  }
  const ids = [...line.map(({ pledgeId }) => pledgeId), ...needs.keys()];
  return {
    findings: await findingsThatLedTo(views, ids),
    needs: [...needs.values()],
    courses: coursesOf(pledge),
    evaluations: evaluationsOf(pledge),
  };
};
