/** Whether a process does its work: it has caught up once, none of its groups has stopped, and its log can be read. */
import type {
  Delivery,
  EventStore,
  GroupStatus,
  Position,
  RelayStatus,
  SetAsideItem,
} from '@pledgeline/event-sourcing';
import type { ProofLogStatus } from '@pledgeline/transparency';
import type { Reason } from './health-reason.ts';
import type { IncompleteStreams } from './incomplete-streams.ts';
import { NO_PROOF_REASONS, proofReasons } from './proof/proof-readiness.ts';

/** Injection token for the answer to "are you ready?". */
export const READINESS = Symbol('Readiness');

export interface Readiness {
  /**
   * `degraded`: it does its work, and something is to be looked at: a service answers questions from the read models while
   * something is away, something was set aside, or a stream was found not to be whole.
   */
  readonly status: 'ready' | 'degraded' | 'not-ready';
  /** What is wrong, in words: for a stopped group the event it stopped at. */
  readonly because: readonly string[];
  /** The same without what it stopped at, and without words of failures. */
  readonly inShort: readonly string[];
  readonly groups: readonly GroupStatus[];
  /** The position of the last event of the log, of whomever; null when it is empty or did not answer. */
  readonly logEnd: Position | null;
  /** Of the relay's process only. */
  readonly relay?: RelayHealth;
}

export interface RelayHealth extends RelayStatus {
  /** Since the oldest event was recorded that is not published; null where that is not known. */
  readonly behindSeconds: number | null;
}

/** As one caller sees it. */
export interface ReadinessAnswer extends Pick<Readiness, 'status' | 'because'> {
  readonly groups: readonly Pick<GroupStatus, 'group' | 'state'>[];
  readonly logEnd?: Position | null;
  readonly relay?: Pick<RelayStatus, 'state'>;
}

export interface ReadinessOptions {
  readonly store: EventStore;
  readonly delivery: Delivery;
  readonly relay?: () => RelayStatus;
  readonly relayBehind?: () => Promise<number | null>;
  /** Once ready, what is away makes it `degraded` instead of `not-ready`: for a service that only answers questions. */
  readonly degradedReads?: boolean;
  readonly incomplete?: Pick<IncompleteStreams, 'count' | 'last'>;
  /** Of a process that keeps the log of proofs. */
  readonly proof?: () => ProofLogStatus;
}

/** A store that does not answer in this time does not do its work either, and the caller does not wait longer. */
const TIMEOUT_MS = 2000;

export const readinessOf = (options: ReadinessOptions): (() => Promise<Readiness>) => {
  const { store, delivery, relay, relayBehind, degradedReads = false, proof } = options;
  const caughtUp = new Set<string>();
  let wasReady = false;
  return async () => {
    const log = await endOf(store);
    const groups = delivery.status();
    for (const { group, state } of groups) if (state === 'live') caughtUp.add(group);
    const proofs = proof === undefined ? NO_PROOF_REASONS : proofReasons(proof(), Date.now());
    const stopped = [...groups.flatMap(stoppedAt), ...proofs.stopped];
    const away = [
      ...groups
        .filter(({ group, state }) => state !== 'stopped' && !caughtUp.has(group))
        .map(({ group }) => ({ what: `${group} has not caught up yet`, why: '' })),
      ...groups.flatMap(outOfReach),
      ...log.lacking,
      ...proofs.away,
    ];
    const lacking = [...stopped, ...away];
    wasReady ||= lacking.length === 0;
    const goesOn = lacking.length === 0 || (degradedReads && wasReady && stopped.length === 0);
    const reasons = [
      ...lacking,
      ...proofs.late,
      ...groups.flatMap(setAside),
      ...notWhole(options.incomplete),
    ];
    const status = reasons.length === 0 ? 'ready' : goesOn ? 'degraded' : 'not-ready';
    return {
      status,
      because: reasons.map(({ what, why }) => what + why),
      inShort: reasons.map(({ what }) => what),
      groups,
      logEnd: log.end,
      ...(relay !== undefined && {
        relay: { ...relay(), behindSeconds: await inTime(relayBehind?.() ?? Promise.resolve(null)) },
      }),
    };
  };
};

interface LogEnd {
  readonly end: Position | null;
  readonly lacking: readonly Reason[];
}

/** What anybody may know of it: no event, no place in the log, no words of a failure. */
export const inShort = ({ status, inShort: because, groups, relay }: Readiness): ReadinessAnswer => ({
  status,
  because,
  groups: groups.map(({ group, state }) => ({ group, state })),
  ...(relay !== undefined && { relay: { state: relay.state } }),
});

const stoppedAt = ({ group, state, failure }: GroupStatus): Reason[] => {
  if (state !== 'stopped') return [];
  const what = `${group} stopped`;
  if (failure === null) return [{ what, why: '' }];
  const { eventId, stream, revision, attempts, message } = failure;
  // Without an event it was the log or the checkpoint that could not be read.
  const place = eventId === '' ? '' : ` at ${stream}@${revision} (event ${eventId})`;
  return [{ what, why: `${place} after ${attempts} attempts: ${message}` }];
};

const setAside = ({ group, setAside: aside }: GroupStatus): Reason[] => {
  const last = aside?.newest.at(-1);
  if (aside === undefined || last === undefined) return [];
  const what =
    'topic' in last ? 'messages that are no events of the log' : 'what it cannot carry from the log';
  return [
    {
      what: `${group} has set aside ${what}`,
      why: `: ${aside.count}, the last at ${placeOf(last)}: ${last.why}`,
    },
  ];
};

const placeOf = (item: SetAsideItem): string =>
  'topic' in item
    ? `${item.topic}, partition ${item.partition}, offset ${item.offset}`
    : `${item.stream}@${item.revision}, a ${item.type} of ${item.recordedAt}`;

const notWhole = (incomplete: ReadinessOptions['incomplete']): Reason[] => {
  const last = incomplete?.last();
  if (incomplete === undefined || last === undefined) return [];
  return [
    { what: 'histories are not whole', why: `: ${incomplete.count()}, the last found: ${last.message}` },
  ];
};

/** It waits for a log or a broker; a handler that fails and is tried again names its event, and is not meant. */
const outOfReach = ({ group, state, failure }: GroupStatus): Reason[] =>
  state === 'retrying' && failure?.eventId === ''
    ? [{ what: `${group} waits`, why: `: ${failure.message}` }]
    : [];

/** Null also for what takes too long, or fails: that the log is away is said elsewhere. */
const inTime = async (asked: Promise<number | null>): Promise<number | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Where the log ends, or why nobody can tell. */
const endOf = async (store: EventStore): Promise<LogEnd> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<LogEnd>((resolve) => {
    const what = `the log has not answered in ${TIMEOUT_MS} ms`;
    timer = setTimeout(() => resolve({ end: null, lacking: [{ what, why: '' }] }), TIMEOUT_MS);
  });
  try {
    const told = store.last().then((end): LogEnd => ({ end: end ?? null, lacking: [] }));
    return await Promise.race([told, late]);
  } catch (error) {
    return { end: null, lacking: [{ what: 'the log cannot be read', why: `: ${(error as Error).message}` }] };
  } finally {
    clearTimeout(timer);
  }
};
