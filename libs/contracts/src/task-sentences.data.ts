/**
 * What a task says is to be done, sentence by sentence: the API answers the code and the values beside the text, so that a page may
 * word it itself. Names in braces are values; a value is a text, a number, a code, or a list of codes. The API document shows it.
 */
export const TASK_SENTENCES = {
  ACKNOWLEDGE: 'Tell the state that the pledge was received.',
  ANSWER_QUESTION: 'Answer: {question}',
  SEND_DOCUMENTS: 'The state sends, and tells when; the Secretariat records: {documents}.',
  REGISTER: 'Register the pledge, or decline it with a reason.',
  RENEW: 'Renew the offer, or it lapses after {lastDay}.',
  BREAK_SILENCE:
    'The state, its partners and the implementing body have said nothing since {since}: report on it, or ask the state.',
  SCHEDULE_VISIT: 'Schedule an assessment and advisory visit.',
  RECORD_VISIT_OUTCOME: 'Record what the visit found.',
  REPORT_VISIT: 'Report that the visit was held.',
  RECORD_LEVEL: 'Record the level that the visit carries.',
  RENEW_LEVEL: 'The visit behind {level} counts until {until}: schedule another, or ask for one.',
  DECIDE_MATCH: 'Select the unit for the mission, or release the match.',
  SIGN_MOU: 'Sign the memorandum of understanding.',
  HOLD_PDV: 'Hold the pre-deployment visit.',
  REPORT_DEPLOYMENT: 'Report the deployment.',
  END_MOU: 'The memorandum of understanding ends on {until}: amend it, or bring the unit home.',
  END_PROMISE: 'The promised time is over: report the return, or decide how much was kept.',
  JUDGE: 'Judge how much of the promise was kept, with a reason.',
  CLOSE_IN_FULL: 'Close it in full: {share} per cent of the promise was delivered.',
  CLOSE_IN_PART: '{share} per cent of the promise was delivered: close it in part, or wait for the rest.',
  DELIVER_REST: 'A part of the promise is open: deliver the rest, or withdraw it.',
  DELIVER_SHARE: '{share} per cent of the promise are open: deliver the rest, or withdraw it.',
  RESUME: 'Suspended since {since}: say when it goes on.',
  REVIVE: 'The offer lapsed on {lapsedOn}: renew it until {until}, or let it go.',
  PLAN: 'Say what will be done by when.',
  START: 'Begin to carry out the plan.',
  MEET_MILESTONE: 'Meet the milestone with evidence: {milestone}',
  JUDGE_EVIDENCE: 'Accept or reject the evidence: {evidence}.',
  REPLACE_EVIDENCE: 'Send other evidence: the {evidence} was rejected.',
  SEND_HOST_AGREEMENT: 'Send the agreement of the host.',
  FILL_POSTS: '{open} of {promised} promised are not there: send them.',
  FOLLOW_POST: 'The time of {post} ends on {until}: send who follows, or say when it ends.',
  END_POST: 'The time of {post} ended on {until}: say that it did, or until when it goes on.',
  AMEND_MONEY: '{confirmed} {currency} were confirmed, {surplus} more than was pledged: amend the promise.',
  PAY_TRANCHE: 'Pay the tranche of {year}: of {amount} {currency} {received} came.',
  USE_MONEY: 'The money may be used until {until}: pay and use it, or state a later day.',
  SETTLE_MONEY: 'The money could be used until {until}, and not all of it came: say what becomes of it.',
  USE_PROMISE: 'What was promised stands until {until}: use it, or state a later day.',
  SETTLE_PROMISE: 'What was promised stood until {until}: say what becomes of it.',
  SETTLE_CAVEAT: 'Settle a caveat that was not declared: lift it, or talk.',
  CONFIRM_LIFTING: 'Confirm that a blocking caveat is lifted, or say why not.',
  GIVE_UP_CAVEAT: 'Read why the lifting was not confirmed, and give the caveat up anew.',
  STATE_BASELINE: 'State the baseline: {indicator}.',
  IMPROVE: 'Improve: {plan}',
  JUDGE_CONDITION: 'Say whether it was met: {condition}',
  AMEND_CONDITION: 'A condition was not met: amend the promise, or withdraw it.',
  CONSENT_TO_MERGER:
    '{state} agreed to a joint pledge of {reference} and this one, led by {lead}: agree as well (merger {merger}), or tell the desk that you do not.',
  MERGE: '{state} agreed to a joint pledge led by {lead}: merge, once each state has agreed.',
  RECLASSIFY: 'Register it as {capability} instead, or leave it: {reason}',
  CORRECT: 'Correct {event}, or not: {reason}',
  ANNUL: 'Annul {events}, or not: {reason}',
  DECIDE_REPEAT:
    'Entered although the same offer was known: say which pledge it repeats, or that it is additional.',
  DECIDE_UNCHECKED:
    'It may repeat {reference}, which could not be looked for when it was entered: say that it does, or that it is additional.',
  APPROVE_ACT: 'Approve or turn down for {of}: {command}, by {paper} of {date}.',
  CHECK_ACT: 'Object where it is not so: {command}, by {paper} of {date}.',
  ANNUL_ACT: 'Annul it: {reason}',
  CORRECT_ACT: 'Put it right although {events} follow: {reason}',
  SETTLE_CLOSURE: '{mission} closes on {on}: say what becomes of what was promised for it.',
  SETTLE_CLOSED: '{mission} closed on {on}: say what becomes of what was promised for it.',
  HOLD_BACK: 'The host does not consent to {mission}: hold the unit back, or take it home.',
  CLAIM_PART:
    '{state} names {partner} as a partner, which has not said so: ask for the part, or tell the desk that there is none.',
  ANSWER_INVITATION: '{lead} invites {partner} to take a part ({role}): accept or decline.',
  ANSWER_INVITATION_TO_SHARE:
    '{lead} invites {partner} to take a part ({role}, {share} per cent): accept or decline.',
  ANSWER_REQUEST: '{partner} asks for a part ({role}): confirm or decline.',
  ANSWER_REQUEST_FOR_SHARE: '{partner} asks for a part ({role}, {share} per cent): confirm or decline.',
  CONFIRM_JOIN:
    '{partner} joined ({role}) by its own word alone, and is not counted: confirm it, or part from it.',
  REPLACE_PARTNER: '{partner} left: invite a partner, or declare how the others go on.',
  REPLACE_SHARE:
    '{partner} left, {share} per cent are open: invite a partner, or declare how the others go on.',
  COMPLETE_PARTNERSHIP: 'The partnership is incomplete, it lacks: {parts}. Invite a partner, or join as one.',
  AGREE_TURN: 'No state has the turn from {from} to {until}: agree one.',
  AGREE_TURN_ON: 'No state has the turn from {from} on: agree one.',
  COME_EARLIER: '{state} comes next, and says whether it comes earlier.',
  NAME_SUCCESSOR: 'The state that was to take over on {on} left: name another.',
  HAND_OVER:
    '{lead} hands over to {state} on {on}: bring the next unit, name the next lead, or agree another day.',
  ANSWER_SUPPORT: 'The state asks for a {support}: {request}',
  READ_ANSWER: 'Your request for a {support} was answered: {answer}',
  READ_DECLINED: 'Your request for a {support} was declined: {answer}',
  ANSWER_CAME_TO_NOTHING: 'The offer of {of} that was chosen was promised by {reference}, which is {status}.',
  ANSWER_ENDED_AFTER_PART:
    'The offer of {of} that was chosen was promised by {reference}, which is {status} after some of it was given.',
  ANSWER_LEFT: 'The offer of {of} that was chosen was promised by {reference}, which it left.',
  ANSWER_PARTED:
    'The offer of {of} that was chosen was promised by {reference}, and what came of that pledge has ended.',
  ANSWER_PARTED_IN_PART:
    'The offer of {of} that was chosen was promised by {reference}, and what came of that pledge has ended in part.',
  NEED_OPEN: '{open} of the need "{need}" are open again.',
  NEED_UNANSWERED: 'It answers the need "{need}" no longer.',
  NEED_UNCLEAR: 'How many of the need "{need}" are open is not known.',
  ANSWER_NEED: 'Find another offer, have this one taken back, or close the need.',
  IN_THEIR_WORDS: '{text}',
} as const;

export type TaskSentence = keyof typeof TASK_SENTENCES;

export const TASK_SENTENCE_CODES = Object.keys(TASK_SENTENCES) as readonly TaskSentence[];
