/** What a pledge is about: by its capability, by its announcement, and as the desk tagged it. */
import { capability } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';

/** Each once, those of the capability first. */
export const themesOf = ({ capabilityCode, announcement, tags }: Pledge): readonly string[] => {
  const inherent = (capabilityCode === null ? undefined : capability(capabilityCode)?.themes) ?? [];
  return [...new Set<string>([...inherent, ...(announcement?.themes ?? []), ...(tags?.themes ?? [])])];
};
