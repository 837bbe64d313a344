/** What a pledge can wait for: for whom, from when, and until when; "no day" where no rule sets one. The API document shows it. */

export const TASKS = {
  ACKNOWLEDGEMENT:
    'DESK and SFGC tell the state that its pledge was received. From the announcement on; no day.',
  CLARIFICATION_OPEN: 'The state answers a question. From the question on; due on the day that it names.',
  SUPPORT_TO_ANSWER:
    'DESK, SFGC, FGS or PD answers or declines what the state asked for: a study, a survey, a visit. From the request on; due on the day that the state named.',
  SUPPORT_ANSWERED:
    'The state goes by the answer to its request, and reports or asks again. For 30 days from the answer on; no day.',
  DOCUMENTS_MISSING:
    'The state tells when it sent the papers of Level 1; SFGC, FGS, PD and DOS record them. From the acknowledgement on; no day.',
  REGISTRATION: 'SFGC (units) or DESK registers or declines. Once papers and answers are there; no day.',
  VISIT_TO_SCHEDULE: 'SFGC schedules a visit to a unit at Level 1. From the registration on; no day.',
  VISIT_TO_CONDUCT: 'SFGC reports that the visit was held. From its first day on; due on its last.',
  VISIT_OUTCOME_TO_RECORD: 'SFGC records what the visit found. From its last day on; no day.',
  LEVEL_TO_ATTAIN: 'SFGC records the level that a visit carries. While the visit counts; no day.',
  LEVEL_ENDS:
    'SFGC schedules another visit, unless one is open, and the state may ask for it. From 90 days before the visit behind the level counts no more; due on that day.',
  RENEWAL_DUE:
    'The state renews its offer. From the reminder, 30 days before its end, until the grace of 30 days is over, or for 30 days after the last event of what is entered late; due at its end.',
  REVIVAL_ENDS:
    'The state takes up an offer that lapsed. From the lapse on; due a year later, and then no task.',
  MATCH_TO_DECIDE:
    'FGS or PD selects the unit, or SFGC releases the match; SFGC alone where the unit cannot be selected. From the match on; no day.',
  MOU_TO_SIGN: 'DOS signs the memorandum. From the selection on; no day.',
  PDV_TO_CONDUCT: 'FGS or PD holds the pre-deployment visit. From the signature on; no day.',
  DEPLOYMENT_TO_REPORT: 'MISSION reports the deployment. From the visit that was passed; no day.',
  MOU_ENDS:
    'DOS amends the memorandum, or MISSION reports the return. From 90 days before its end; due at its end, and for a unit in the mission a decision from then on.',
  SUSPENDED:
    'The state, and MISSION or the implementing body, say when it goes on. From the suspension on; no day.',
  MISSION_CLOSES:
    'The state says what becomes of what it promised for the mission; FGS, PD or DESK asks. From the day on which the closure was scheduled; due on the day of the closure.',
  HOST_CONSENT_MISSING:
    'SFGC releases the match, the state, FGS or PD decline the selection or ask, MISSION takes the unit home. From the day on which the host withdrew its consent; no day.',
  FULFILMENT_TO_DECIDE:
    'SFGC (units) or DESK closes the pledge. Once the unit came home, the promised time is over, all milestones are met or the rest came; due at the end of the promised time.',
  REST_OPEN:
    'The state delivers the rest of what was kept in part, or withdraws it. From the closing on; no day.',
  IMPLEMENTATION_TO_PLAN: 'The state or the implementing body plans. From the registration on; no day.',
  IMPLEMENTATION_TO_START:
    'The state or the implementing body begins. From the plan on; due with its first milestone.',
  MILESTONE_DUE:
    'The state or the implementing body meets a milestone, or revises it. From 30 days before its day, never while suspended; due on its day.',
  EVIDENCE_TO_JUDGE: 'EVAL accepts or rejects evidence. From the day it was handed in; no day.',
  EVIDENCE_REJECTED:
    'The state, a partner or the implementing body sends other evidence. From the rejection on, until some comes, never while suspended; no day.',
  HOST_AGREEMENT_MISSING:
    'The state, a partner or the implementing body sends the agreement of the host, for secondments to it and for assets that it takes over. From the plan on; no day.',
  POSTS_OPEN:
    'The state or the implementing body fills posts that were promised. From the registration on, never while suspended; no day.',
  POST_ENDS:
    'The state or the implementing body sends who follows, or says that the post ended. From 90 days before its end, or from its end where the next person is named; due at its end.',
  MONEY_TO_AMEND: 'The state amends a promise of which it confirmed more than it pledged. No day.',
  TRANCHE_LATE:
    'The state pays and tells, or amends; the implementing body records what came. From the day after the year of the tranche on, never while suspended; due at the end of that year.',
  MONEY_VALIDITY_ENDS:
    'The state and the implementing body use the money, or the state states a later day. From 90 days before it may no longer be used; due on that day.',
  VALIDITY_ENDS:
    'The state, or the implementing body, says what becomes of what is no money and was promised until a day, or the state states a later one. From 90 days before that day on, never while suspended; due on that day.',
  CAVEAT_DISCOVERED:
    'The state lifts a caveat that it had not declared; FGS or PD talks with it. From the incident on; no day.',
  LIFTING_TO_CONFIRM:
    'Those whose confirmation is missing confirm that a blocking caveat is lifted, or say why not: FGS or PD, and MISSION or EVAL where they found it. From the day on which the state gave it up; no day.',
  LIFTING_REFUSED:
    'The state gives up anew a caveat whose lifting was not confirmed. From the refusal on; no day.',
  BASELINE_MISSING:
    'The state, or DESK for it, says what "double" and the like start from. From the day of that target on; no day.',
  IMPROVEMENT_PLAN_DUE:
    'The state reports on what it improved; MISSION or EVAL closes the plan. From the assessment on; due on the day of the plan.',
  CONDITION_OPEN: 'DESK says whether a condition of the promise was met. From its declaration on; no day.',
  CONDITION_FAILED:
    'The state amends or withdraws a promise whose condition was not met; DESK asks. From that day until the amendment; no day.',
  MERGER_TO_CONSENT:
    'The state agrees to a joint pledge for which another state that agreed names its pledge. From that consent until its own; no day.',
  MERGER_TO_DECIDE: 'DESK makes one pledge of several. From the consent of the state on; no day.',
  RECLASSIFICATION_TO_DECIDE:
    'DESK or SFGC decides, another person than the one who proposed the code. No day.',
  ACT_TO_APPROVE:
    'DESK, SFGC, FGS or PD approves what another officer recorded for a state or body, or turns it down. From the day on which it was recorded; no day.',
  ACT_TO_CHECK:
    'The state looks at what an officer recorded for it, and objects where it is not so. For 30 days from the day on which it was recorded; no day.',
  OBJECTION_TO_SETTLE:
    'ADMIN puts right what a state objects to, where its objection could not be proposed as a correction or an annulment. From the objection until one of the event is asked for; no day.',
  CORRECTION_TO_DECIDE: 'ADMIN decides, another person than the one who proposed it. No day.',
  ANNULMENT_TO_DECIDE: 'ADMIN decides, another person than the one who proposed it. No day.',
  REPEAT_TO_DECIDE:
    'DESK says what an old flag as a repeat means, or whether a pledge repeats another that could not be looked for when it was entered; also of a closed pledge. No day.',
  INVITATION_TO_ANSWER:
    'The state or body that the lead invites accepts or declines. From the invitation on; no day.',
  PARTNER_TO_CONFIRM:
    'The lead or DESK confirms or declines who asked for a part, or joined by its own word alone. From that day on; no day.',
  NAMED_AS_PARTNER:
    'The state that others name as a partner asks for its part, or tells DESK that it has none; DESK asks the state of the pledge, declares the partnership or invites. From the announcement on; no day.',
  HANDOVER_DUE:
    'The lead and the state that takes over see to the hand-over. From 90 days before it, at once where the next state left; due on its day.',
  PARTNER_MISSING:
    'The lead or DESK says how the others go on. From the day on which a partner left; no day.',
  PART_MISSING: 'The lead or DESK completes a triangular or a train-equip-mentor partnership. No day.',
  TURN_MISSING:
    'The lead, DESK or FGS agrees a turn, and the state that is next in turn says whether it comes earlier. From 90 days before a time in which no state has it; due on its first day.',
  NEED_REOPENED:
    'DESK looks for another offer to a need, since the pledge behind the one that was chosen ended; chooses another, has this one taken back, or closes the need. From the day on which the pledge ended, until the need is answered or closed; no day.',
  SILENT:
    'The state reports; DESK, SFGC, FGS, PD and the implementing body ask it. From 12 months after the last word on, which is also the day it was due.',
} as const;

export const TASK_KINDS = Object.keys(TASKS) as readonly (keyof typeof TASKS)[];
