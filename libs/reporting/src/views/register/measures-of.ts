/** The measures of the action plan on the security of peacekeepers that a pledge serves: seed 001. */
import { measures } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';
import { themesOf } from './themes-of.ts';

/** By its capability, by its themes, or as it was tagged: so one measure runs across units, training, technology and medicine. */
export const measuresOf = (pledge: Pledge): readonly string[] => {
  const { capabilityCode } = pledge;
  const tags = themesOf(pledge);
  return measures
    .filter(
      ({ code, capabilities, themes }) =>
        tags.includes(code) ||
        themes.some((theme) => tags.includes(theme)) ||
        (capabilityCode !== null && capabilities.includes(capabilityCode)),
    )
    .map(({ code }) => code);
};
