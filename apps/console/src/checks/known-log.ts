/** What this browser knows of the log from before: its key, and the newest checkpoint that it saw. Neither says anything of its reader. */

export interface KnownLog {
  /** The verifier key that is trusted here. */
  readonly key: string;
  /** `server`: as it was shown first. `reader`: as somebody typed it who had it by another way. */
  readonly keyFrom: 'server' | 'reader';
  /** The key that came from there has handed over to it. */
  readonly isHandedOver: boolean;
  /** The signed note; null before one was seen. */
  readonly checkpoint: string | null;
}

const NAME = 'pledgeline.proof';

/** Null also where the browser keeps nothing. */
export const knownLog = (): KnownLog | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    return isKnown(kept) ? { ...kept, isHandedOver: kept.isHandedOver === true } : null;
  } catch {
    return null;
  }
};

export const keepLog = ({ key, keyFrom, isHandedOver, checkpoint }: KnownLog): void => {
  try {
    const kept = { key, keyFrom, checkpoint, ...(isHandedOver && { isHandedOver }) };
    localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // Without a memory each look is a first one, and is said to be.
  }
};

/** After which the next look is a first one. */
export const forgetLog = (): void => localStorage.removeItem(NAME);

const isKnown = (
  kept: unknown,
): kept is Omit<KnownLog, 'isHandedOver'> & { readonly isHandedOver?: unknown } => {
  const { key, keyFrom, checkpoint } = (kept ?? {}) as Partial<Record<keyof KnownLog, unknown>>;
  return (
    typeof key === 'string' &&
    (keyFrom === 'server' || keyFrom === 'reader') &&
    (checkpoint === null || typeof checkpoint === 'string')
  );
};
