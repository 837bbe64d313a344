/** What an event of a pledge says, in one short line for people. Ids stay out: they are in the raw history. */
import { indicator, isSaid, performanceTool, type PledgeEvent } from '@pledgeline/contracts';
import { formatDelivery } from './format-delivery.ts';
import { formatImplementation } from './format-implementation.ts';
import { formatPartnership } from './format-partnership.ts';
import { figuresOf, list, matchedOf, moneyOf, nameOf, shortened, stateName, words } from './format-parts.ts';

/** Blank for a type that this version does not know: the name of the event then stands alone. */
export const formatEvent = (event: PledgeEvent): string => {
  switch (event.type) {
    case 'PledgeAnnounced': {
      const { memberState: state, capabilityCode, money, description } = event.data;
      const what = [nameOf(capabilityCode), ...figuresOf(event.data), moneyOf(money)]
        .filter(Boolean)
        .join(', ');
      return `${stateName(state)}${what ? `: ${what}` : ''} ("${shortened(description)}")`;
    }
    case 'AnnouncementLinked':
      return `said again: "${shortened(event.data.wording)}"`;
    case 'PledgeAmended':
      return `${event.data.changes.map(({ field }) => words(field)).join(', ')}: ${event.data.reason}`;
    case 'TermsStated':
      return list(
        Object.entries(event.data.terms)
          .filter(([, value]) => isSaid(value))
          .map(([name, value]) => `${name} ${String(value)}`),
      );
    case 'TargetStated': {
      const { indicator: code, value, factor, baseline, year } = event.data;
      const aim =
        value === null ? `${factor ?? '?'} times ${baseline ?? 'a baseline that is asked'}` : String(value);
      return list([`${indicator(code)?.name ?? code}: ${aim}`, year !== null && `by ${year}`]);
    }
    case 'PledgeSplit':
      return event.data.children.map(({ description }) => description).join('; ');
    case 'PledgeDerived':
      return list([words(event.data.kind), event.data.level, event.data.description]);
    case 'RecordsCarriedOver':
      return `${event.data.documents.length} documents`;
    case 'PledgeSuspended':
      return `${event.data.reason}, from ${event.data.from}`;
    case 'PledgeResumed':
      return `from ${event.data.resumedOn}`;
    case 'ReclassificationProposed':
      return `${nameOf(event.data.capabilityCode)}: ${event.data.reason}`;
    case 'PledgeReclassified':
      return `${nameOf(event.data.oldCapabilityCode)} to ${nameOf(event.data.capabilityCode)}`;
    case 'ThemeTagged':
      return event.data.themes.join(', ');
    case 'ProgressReported':
      return list([event.data.share !== null && `${event.data.share} %`, shortened(event.data.text)]);
    case 'PledgeCountedAgainst':
      return `part of ${words(event.data.kind)}`;
    case 'PhasesDeclared':
      return event.data.phases
        .map(({ name, ...figures }) => `${name}: ${figuresOf(figures).filter(Boolean).join(', ')}`)
        .join('; ');
    case 'PledgeAcknowledged':
      return event.data.acknowledgementReference;
    case 'ClarificationRequested':
      return `${event.data.blocking ? 'blocking: ' : ''}${event.data.question} (by ${event.data.dueOn})`;
    case 'ClarificationProvided':
      return event.data.answer;
    case 'SupportRequested':
      return `${words(event.data.kind)}: ${shortened(event.data.text)}`;
    case 'SupportRequestAnswered':
      return shortened(event.data.answer);
    case 'SupportRequestDeclined':
      return shortened(event.data.reason);
    case 'DocumentationReceived':
      return list([
        `${words(event.data.kind)}, version ${event.data.version}`,
        event.data.datedOn && `dated ${event.data.datedOn}`,
      ]);
    case 'PledgeRegistered':
      return list([
        event.data.level,
        nameOf(event.data.capabilityCode),
        ...figuresOf(event.data),
        event.data.validUntil && `valid until ${event.data.validUntil}`,
      ]);
    case 'RegistrationDeclined':
      return `${words(event.data.reason)}: ${event.data.text}`;
    case 'PledgeRenewed':
      return list([
        `until ${event.data.validUntil} (was ${event.data.previousValidUntil})`,
        event.data.level,
      ]);
    case 'RenewalReminded':
      return `the offer ends on ${event.data.validUntil}`;
    case 'PledgeLapsed':
      return `was due on ${event.data.dueOn}`;
    case 'PledgeWithdrawn':
      return `${event.data.reason}, from ${event.data.effectiveOn}`;
    case 'RepeatDecided':
      return `${words(event.data.decision)}: ${shortened(event.data.reason)}`;
    case 'PledgeSuperseded':
      return 'a newer pledge stands in its place';
    case 'VisitOutcomeNoted':
      return `${event.data.purpose} visit of ${event.data.conductedOn}: ${words(event.data.outcome)}`;
    case 'LevelAttained':
      return list([
        event.data.level,
        event.data.deployWithinDays !== null && `deploys within ${event.data.deployWithinDays} days`,
        event.data.confirmedBy && `confirmed by ${event.data.confirmedBy}`,
      ]);
    case 'LevelDowngraded':
      return `${event.data.from} to ${event.data.level}: ${words(event.data.reason)}`;
    case 'PledgeMatched':
      return `${matchedOf(event.data)} for ${event.data.mission} (${words(event.data.fit)})`;
    case 'MatchRefused':
      return `${event.data.quantity} refused: ${event.data.code}`;
    case 'MatchReleased':
    case 'SelectionDeclined':
      return event.data.reason;
    case 'UnitSelected':
      return `${event.data.mission}, ${event.data.decisionReference}, host consent ${words(event.data.hostConsent)}`;
    case 'PerformanceAssessed':
      return `${performanceTool(event.data.tool)}: ${words(event.data.result)}`;
    case 'FindingFollowedUp':
      return event.data.ledToPledgeId === null ? 'to a training need' : 'to a pledge';
    case 'FindingsShared':
    case 'FindingsConsentWithdrawn':
      return list([...event.data.states, ...event.data.bodies]);
    case 'ImprovementPlanClosed':
      return shortened(event.data.evidence);
    case 'MergeConsented':
    case 'PledgesMerged':
    case 'PledgeMergedInto':
    case 'PartnershipDeclared':
    case 'PartnerInvited':
    case 'PartnershipRequested':
    case 'PartnerProposalEnded':
    case 'PartnerConfirmed':
    case 'PartnerJoined':
    case 'PartnerLeft':
    case 'LeadNamed':
    case 'TurnsAgreed':
      return formatPartnership(event);
    case 'ConditionDeclared':
      return shortened(event.data.text);
    case 'ConditionMet':
    case 'ConditionFailed':
      return shortened(event.data.evidence);
    case 'CaveatDeclared':
    case 'CaveatDiscovered':
      return `${words(event.data.kind)}${event.data.blocking ? ', blocking' : ''}: ${shortened(event.data.text)}`;
    case 'CaveatLifted':
      return event.data.confirmationReference;
    case 'CaveatGivenUp':
      return event.data.reference;
    case 'CaveatLiftingConfirmed':
      return `by ${event.data.confirmedBy}${event.data.liftedOn === null ? '' : ', lifted'}: ${event.data.confirmationReference}`;
    case 'CaveatLiftingRefused':
      return list([`by ${event.data.refusedBy}`, event.data.reason]);
    case 'CaveatTalkNoted':
      return shortened(event.data.text);
    case 'MouSigned':
      return `${event.data.mouReference}, strength ${event.data.strength}, ${event.data.from} to ${event.data.to}`;
    case 'MouAmended':
      return list([
        event.data.amendmentReference,
        event.data.strength !== null && `strength ${event.data.strength}`,
      ]);
    case 'PdvConducted':
      return list([words(event.data.result), event.data.findings]);
    case 'UnitDeployed':
      return list([
        `${event.data.mission}, ${event.data.place}, strength ${event.data.strength}`,
        event.data.exception && `exception: ${words(event.data.exception)}`,
      ]);
    case 'UnitRotated':
      return `${event.data.strengthIn} in, ${event.data.strengthOut} out`;
    case 'UnitRepatriated':
      return words(event.data.reason);
    case 'PledgeFulfilled':
    case 'PledgePartiallyFulfilled':
      return event.data.shareDelivered === null
        ? `judged: ${words(event.data.reason ?? '')}`
        : `${event.data.shareDelivered} % delivered`;
    case 'ImplementationPlanned':
    case 'MilestoneRevised':
    case 'ImplementationStarted':
    case 'MilestoneMet':
    case 'EvidenceSubmitted':
    case 'EvidenceVerified':
    case 'EvidenceRejected':
      return formatImplementation(event);
    case 'CorrectionProposed':
    case 'EventCorrected':
      return list([
        `${event.data.correctedType}: ${event.data.changes.map(({ field }) => field).join(', ')}`,
        event.data.reason,
      ]);
    case 'AnnulmentProposed':
    case 'EventAnnulled':
    case 'AnnulmentRejected':
      return list([event.data.annulledTypes.join(', '), event.data.reason]);
    case 'CorrectionRejected':
      return event.data.reason;
    case 'ActRecorded':
    case 'ActProposed':
      return list([
        `${event.data.command} of ${event.data.state ?? words(event.data.body ?? '')}`,
        `${words(event.data.paper.reference)} of ${event.data.paper.date}`,
      ]);
    case 'ActObjected':
    case 'ActRejected':
      return event.data.reason;
    case 'FundsPledged':
    case 'FundsCommitted':
    case 'FundsReceived':
    case 'CourseDelivered':
    case 'CourseEvaluated':
    case 'ExpertSeconded':
    case 'SecondmentEnded':
    case 'EquipmentDelivered':
    case 'PoliticalActRecorded':
    case 'TargetMeasured':
      return formatDelivery(event);
    default:
      return unknownEvent(event);
  }
};

/** The compiler sees to it that every type of today has words; a newer server may send others. */
const unknownEvent = (_event: never): string => '';
