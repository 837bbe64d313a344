/**
 * Brings each head of the log to its witnesses and their signatures back, in rounds: every witness is asked at once, and none waits
 * for another. One that is away or slow holds up nobody, neither the log nor the other witnesses.
 */
import { pause } from '@pledgeline/event-sourcing';
import { consistencyPath, cosignedBy, nodesOf, withSignature } from '@pledgeline/transparency';
import type { Policy, ProofLog, SignedHead, WitnessFailure, WitnessStatus } from '@pledgeline/transparency';
import { NotCosigned } from './witness-client.ts';
import type { PathFrom, WitnessClient } from './witness-client.ts';

export interface WitnessingOptions {
  readonly log: ProofLog;
  readonly policy: Policy;
  readonly clients: readonly WitnessClient[];
  /** Milliseconds since 1970, for what others read. */
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly tell: (witnesses: readonly WitnessStatus[]) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly signal: AbortSignal;
  readonly pace?: Pace;
}

/** In milliseconds. */
export interface Pace {
  /** Least time between two rounds. */
  readonly everyMs: number;
  /** After a round in which one of them failed, where no head came meanwhile. */
  readonly againMs: number;
  /** After one in which all signed. */
  readonly idleMs: number;
}

export interface Witnessing {
  /** Ends soon after the signal, and never rejects. */
  run(): Promise<void>;
  /** Call when there may be a new head. */
  readonly wake: () => void;
}

const PACE: Pace = { everyMs: 10_000, againMs: 60_000, idleMs: 60 * 60 * 1000 };
const SECOND = 1000;

/** From a smaller tree of this log, or from the empty one. */
export const pathsTo =
  (log: Pick<ProofLog, 'tile'>, size: number): PathFrom =>
  (from) =>
    consistencyPath(
      nodesOf((level, index) => log.tile(level, index)),
      from,
      size,
    );

export const witnessing = (options: WitnessingOptions): Witnessing => {
  const { log, policy, clients, now, elapsed, tell, warn, signal, pace = PACE } = options;
  const statuses = new Map<string, WitnessStatus>(
    clients.map(({ witness: { name } }) => [
      name,
      { name, cosignedSize: null, cosignedAt: null, failure: null },
    ]),
  );
  let woken = new AbortController();

  const update = (name: string, change: Partial<WitnessStatus>): void => {
    const status = statuses.get(name);
    if (status !== undefined) statuses.set(name, { ...status, ...change });
    tell([...statuses.values()]);
  };

  /** Below which head each of them has signed. */
  const readFrom = ({ note, size }: SignedHead): void => {
    for (const { name, time } of cosignedBy(note, policy.witnesses))
      if ((statuses.get(name)?.cosignedSize ?? -1) <= size)
        update(name, { cosignedSize: size, cosignedAt: new Date(time * SECOND).toISOString() });
  };

  const failed = (name: string, { code, message }: Pick<WitnessFailure, 'code' | 'message'>): void => {
    const before = statuses.get(name)?.failure;
    if (before?.code !== code)
      warn({ witness: name, code, err: message }, 'a witness of the log of proofs does not sign');
    update(name, {
      failure: { code, message, since: before?.since ?? new Date(now()).toISOString() },
    });
  };

  /** @returns whether all have signed. */
  const round = async (head: SignedHead): Promise<boolean> => {
    /** As far as they have signed it. */
    let cosigned = head;
    const answers = await Promise.all(
      clients.map(async (client) => {
        const { name } = client.witness;
        try {
          const line = await client.cosign(head, pathsTo(log, head.size));
          const newest = log.newest();
          // The log itself may have signed the same head with another key meanwhile.
          const { note } = newest?.size === head.size ? newest : cosigned;
          cosigned = { ...head, note: withSignature(note, line) };
          keep(cosigned);
          readFrom(cosigned);
          update(name, { failure: null });
          return true;
        } catch (error) {
          if (!signal.aborted) failed(name, asFailure(error));
          return false;
        }
      }),
    );
    return answers.every(Boolean);
  };

  const keep = (head: SignedHead): void => {
    // A newer one may have been signed meanwhile, by this log alone.
    if (log.newest()?.size === head.size) log.keep(head);
    const signedBy = cosignedBy(head.note, policy.witnesses);
    const isOlder = (log.cosigned()?.size ?? 0) > head.size;
    if (signedBy.length > 0 && policy.isMetBy(signedBy) && !isOlder) log.cosign(head);
  };

  const rest = async (begun: number, asked: SignedHead | undefined, isDone: boolean): Promise<void> => {
    const left = (milliseconds: number): number => Math.max(0, milliseconds - (elapsed() - begun));
    if (asked !== undefined) await pause(left(pace.everyMs), signal);
    const longest = isDone ? pace.idleMs : pace.againMs;
    while (!signal.aborted && log.newest()?.size === asked?.size && left(longest) > 0) {
      woken = new AbortController();
      await pause(left(longest), AbortSignal.any([signal, woken.signal]));
    }
  };

  return {
    run: async () => {
      for (const head of [log.cosigned(), log.newest()]) if (head !== undefined) readFrom(head);
      tell([...statuses.values()]);
      while (!signal.aborted) {
        const begun = elapsed();
        const head = log.newest();
        await rest(begun, head, head === undefined || (await round(head)));
      }
    },
    wake: () => woken.abort(),
  };
};

/** Also a file that cannot be written now is no matter of a witness, and tried again. */
const asFailure = (error: unknown): Pick<WitnessFailure, 'code' | 'message'> =>
  error instanceof NotCosigned ? error : { code: 'AWAY', message: (error as Error).message };
