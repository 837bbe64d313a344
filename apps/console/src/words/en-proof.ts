/** The sentences about proofs. They come with the parts that say them, and not with the first page. */
const plural = (count: number, one: string, many: string): string =>
  new Intl.PluralRules('en').select(count) === 'one' ? one : many;

export const enProof = {
  title: 'Proof',
  lead: 'Every event is a leaf of a public log whose head is signed. Whoever kept an older head sees any change.',
  more: 'Key, checkpoint, and how to check elsewhere',
  place: (leaf: string, size: string) => `Leaf ${leaf}, counted from 0, of ${size} in the log of proofs.`,
  under: (size: string, moment: string) => `Under the checkpoint of ${size} leaves, signed on ${moment}.`,
  waits: 'It waits for the next checkpoint, which is signed within seconds.',
  noPlace: 'The log of proofs offers no place for this event.',
  keptBack: (count: number) =>
    `${count} ${plural(count, 'part of it is', 'parts of it are')} not shown to you: the log has only ${plural(count, 'its digest', 'their digests')} for you.`,
  download: 'Download evidence',
  downloadText: 'One archive with the events that you may read, to be checked elsewhere.',
  verify: 'Verify in this page',
  verifying: 'Computing …',
  verified: 'Everything that was recomputed here fits.',
  notAble:
    'This browser computes no hashes and signatures for this address. It does so at https addresses, and in a newer version. Nothing was recomputed.',
  done: 'Recomputed here',
  notDone: 'Not recomputed here',
  steps: {
    signature: (size: string, key: string) => `The checkpoint of ${size} leaves is signed by the key ${key}.`,
    keyOfServer:
      'Whether that key is the right one: this browser has it from this server. Compare it with the one that you were given by another way.',
    keyOfReader: 'That key was typed here by who had it by another way.',
    handedOver: 'The key that this browser trusted before has handed over to it, by its own signature.',
    goesOn: (size: string) =>
      `The log goes on from the checkpoint of ${size} leaves that this browser saw before.`,
    same: 'The checkpoint is the one that this browser saw before.',
    first:
      'Whether the log goes on from an older checkpoint: this browser had seen none. It holds this one from now on.',
    behind: (size: string) =>
      `Whether the log goes on from an older checkpoint: this browser saw one of ${size} leaves, and the server shows fewer now. One of several servers may be a moment behind. If it stays so for minutes, tell the operator.`,
    leaves: (count: number, figure: string) =>
      `${figure} ${plural(count, 'event is', 'events are')} in the log: from what is shown to you the leaf was made, and from the leaf the signed root.`,
    shown: (count: number, figure: string) =>
      `${figure} ${plural(count, 'event says', 'events say')} on this page what was signed.`,
    notShown: (count: number, figure: string) =>
      `${figure} ${plural(count, 'event', 'events')} that this page has not loaded: the log has ${plural(count, 'it', 'them')}, and nothing was compared.`,
    closed: (parts: number, figure: string, events: number, ofFigure: string) =>
      `What ${figure} ${plural(parts, 'part', 'parts')} of ${ofFigure} ${plural(events, 'event', 'events')} ${plural(parts, 'says', 'say')}: ${plural(parts, 'it is', 'they are')} closed to you, and ${plural(parts, 'its digest was', 'their digests were')} taken as given.`,
    shownUnproved: (fields: string) =>
      `Fields that you are shown in part, so that nothing proves them to you: ${fields}.`,
    waiting: (count: number, figure: string) =>
      `${figure} ${plural(count, 'event', 'events')} that no checkpoint covers yet. Try again in a second.`,
    rest: 'Status, facts and figures of this page: the server makes them of the events.',
  },
  misfitTitle: 'Something does not fit what was signed',
  atEvent: (revision: number) => `Event #${revision}:`,
  misfit: {
    key: (_: string) => 'The key is not the key of a log: its id does not fit it.',
    unsigned: (names: string) =>
      `The checkpoint is not signed by the key that this browser trusts. It bears the name ${names}.`,
    signature: (_: string) => 'The signature below the checkpoint is not of its text.',
    checkpoint: (why: string) => `What the server shows is not a checkpoint. ${why}`,
    otherLog: (name: string) => `The checkpoint is of another log, ${name}.`,
    fork: (_: string) =>
      'The checkpoint has as many leaves as the one that this browser saw before, and another root: there are two histories.',
    consistency: (_: string) =>
      'The checkpoint does not go on from the one that this browser saw before: what came before was changed.',
    keyChange: (_: string) =>
      'What the server shows of a change of its key is not signed by the key that this browser trusts.',
    claimed: (_: string) => 'Size or root in the answer are not those of its checkpoint.',
    opening: (why: string) => `What is shown of it was not made by the rule. ${why}`,
    path: (_: string) =>
      'The leaf that was made of it does not lead to the signed root. What it says, its place or its path was changed.',
    otherEvent: (name: string) => `The proof is of another event, ${name}.`,
    shown: (field: string) => `The page shows something else than what was signed, in the field ${field}.`,
    unproved: (_: string) => 'The page shows it, and the log offers no proof of it.',
  },
  service: {
    title: 'What the service says of it',
    alarm: 'The service has found that its history is not what was signed',
    means:
      'An event, or the signed tree, was changed after it was signed, or a foreign event was written. The service signs nothing any more; its last good checkpoint stays up.',
    whatToDo:
      'Do not go by figures and histories of this server until that is cleared up. Tell the operator, keep every checkpoint that you hold, and take no new one for a proof of what came before.',
    forOthers:
      'It compares every event with its leaf at each start and once a day. What it finds against its history stands in red on top of this page, for every reader; details are for administrators and auditors.',
    state: {
      starting: (_: string) => 'The log is being opened.',
      building: (leaves: string) => `The log takes up what the store held before: ${leaves} leaves so far.`,
      following: (leaves: string) => `The log follows the store: ${leaves} leaves.`,
      retrying: (_: string) => 'The log cannot go on now, and tries again by itself.',
      stopped: (leaves: string) => `The log has stopped at ${leaves} leaves and signs nothing any more.`,
    },
    scrub: {
      none: (_compared: string, _of: string, _ended: string) => 'No comparison of all events has ended yet.',
      running: (compared: string, of: string, _ended: string) =>
        `All events are being compared with their leaves: ${compared} of ${of} so far.`,
      done: (compared: string, _of: string, ended: string) =>
        `All ${compared} events were compared with their leaves, and fit. It ended on ${ended}.`,
      failed: (compared: string, of: string, _ended: string) =>
        `The comparison of all events ended at ${compared} of ${of}: one does not fit, or could not be read.`,
    },
  },
  page: {
    title: 'Proof that history was not changed',
    lead: 'Every event that is recorded here becomes a leaf of a tree that only grows. Its head is signed and public. Whoever keeps a head sees later whether an event was changed, removed, inserted or moved. It says nothing about whether an event was true.',
    log: 'The newest checkpoint',
    origin: 'Log',
    size: 'Leaves',
    root: 'Root (SHA-256, base64)',
    signed: 'Signed',
    signedAt: (moment: string, age: string) => `${moment}, ${age} ago. A new one is signed when events come.`,
    keys: 'Key, as this server shows it',
    witnesses: 'Others who signed it',
    noWitness: 'nobody',
    witness: (name: string, moment: string) => `${name}, on ${moment} by its clock`,
    rule: 'Rule of a leaf',
    checkpoint: 'The checkpoint as it is signed, to keep where the operator cannot reach it',
    here: 'Checked in this browser',
    kept: 'The checkpoint that this browser keeps',
    keyField: 'Key that you were given',
    keyHelp:
      'Ask the operator for it on paper, by telephone or in person: one line, <name>+<8 hex digits>+<base64>.',
    keyWrong:
      'This is not the key of a log: <name>+<8 hex digits>+<base64>, and the digits have to fit the rest.',
    trust: 'Trust this key',
    forget: 'Forget key and checkpoint',
    forgetText:
      'Only for a log that was begun anew, as the operator told you: with them goes what a change would be seen by.',
    outside: 'Check without trusting this server',
    outsideText:
      'The code of this page comes from the server that it checks. Programs of others read the log as it is, and the command line watches it:',
    manual: 'The way from the first checkpoint to an alarm stands in',
    api: 'The doors in the API',
    doors: 'What the log offers',
    address: 'Address',
    answer: 'What it answers',
    doorsOf: {
      checkpoint: 'the newest signed head (C2SP tlog-checkpoint)',
      cosigned: 'the newest head that enough witnesses have signed, too',
      keys: 'that its keys have handed over to each other, where there was a change',
      log: 'which log it is, its keys, how far it is signed',
      tiles: 'the hashes of the tree, and what was hashed into its leaves (C2SP tlog-tiles)',
      inclusion: 'that a leaf is in the tree',
      consistency: 'that a tree goes on from an older one',
      pledge: 'the events of a pledge as far as you may read them, each with its proof',
      event: 'one event with its proof in one text (C2SP tlog-proof)',
    },
  },
  whatToDo:
    'Do not go by what this page shows. Save the page, keep the checkpoint that this browser holds, and tell the operator and others who hold checkpoints.',
} as const;
