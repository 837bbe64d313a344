/** What a pledge is about: by its capability, and as it was tagged, at the announcement or by the desk since. */
import { capability } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';

/** Every theme once; the themes of the capability come first. */
export const themesOf = ({ capabilityCode, tags }: Pledge): readonly string[] => {
  const inherent = (capabilityCode === null ? undefined : capability(capabilityCode)?.themes) ?? [];
  return [...new Set<string>([...inherent, ...(tags?.themes ?? [])])];
};
