/** What fits the example commands about caveats and performance to a pledge on which any example would fall flat. */
import { addDays } from '@pledgeline/contracts';
import { openCaveats, type CaveatsCommands } from '../caveats/caveats.state.ts';
import { isGivenUp } from '../caveats/lifting.ts';
import type { FindingsConsentCommands } from '../performance/findings-consent.state.ts';
import { findingsOf, openPlans, type PerformanceCommands } from '../performance/performance.state.ts';
import type { Pledge } from '../state.ts';
import { idOf } from './named-events.ts';

type Changes = {
  readonly [
    Type in keyof (CaveatsCommands & PerformanceCommands & FindingsConsentCommands) | 'SelectUnit'
  ]?: object;
};

/** @param n which step of the walk it is: what a command makes has the id of its step. */
export const suitedToTheField = (pledge: Pledge, today: string, body: number, n: number): Changes => {
  const open = openCaveats(pledge);
  const finding = findingsOf(pledge).find(
    ({ needId, ledToPledgeId }) => needId === null || ledToPledgeId === null,
  );
  const givenUp = open.find(isGivenUp)?.caveatId ?? idOf(8999);
  return {
    SelectUnit: {
      gapId: pledge.matches[0]?.gapId ?? idOf(4999),
      acceptedCaveats: body === 9 ? [] : open.map(({ caveatId }) => caveatId),
    },
    DeclareCaveat: { caveatId: idOf(8000 + n), blocking: body % 2 === 0, internal: body % 3 === 0 },
    DiscoverCaveat: { caveatId: idOf(8000 + n), incidentOn: today },
    LiftCaveat: { caveatId: (open.find((one) => !isGivenUp(one)) ?? open[0])?.caveatId ?? idOf(8999) },
    ConfirmCaveatLifting: { caveatId: givenUp },
    RefuseCaveatLifting: { caveatId: givenUp },
    NoteCaveatTalk: { caveatId: pledge.caveats[0]?.caveatId ?? idOf(8999), chathamHouse: body % 2 === 1 },
    AssessPerformance: {
      assessmentId: idOf(8100 + n),
      findings: [{ findingId: idOf(8200 + n), text: 'Late' }],
      improvementPlan: body % 3 === 0 ? null : { text: 'In time', dueOn: addDays(today, 60) },
    },
    FollowUpFinding: {
      findingId: finding?.findingId ?? idOf(8998),
      needId: finding?.needId === null ? idOf(8300 + n) : null,
      ledToPledgeId: finding?.needId === null ? null : idOf(8400 + n),
    },
    ShareFindings: { states: body % 2 === 0 ? [] : ['CAN', 'NOR'], bodies: [`Centre ${body % 3}`] },
    WithdrawFindingsConsent: { states: body % 2 === 0 ? [] : ['CAN'] },
    CloseImprovementPlan: { assessmentId: openPlans(pledge)[0]?.assessmentId ?? idOf(8997) },
  };
};
