/**
 * What a pledge can be tagged with, beyond the themes that come with its capability: the themes of the taxonomy, the
 * commitments of Action for Peacekeeping (A4P, Declaration of Shared Commitments, 2018), the priorities of A4P+ (2021),
 * and the tools of performance. Codes are ours.
 */
import { themes } from './capability.ts';
import { performanceTools } from './performance-tool.ts';

export interface Tag {
  readonly code: string;
  readonly name: string;
  readonly list: 'THEME' | 'A4P' | 'A4P_PLUS' | 'PERFORMANCE_TOOL';
}

const a4p = [
  { code: 'a4p-politics', name: 'Political solutions' },
  { code: 'a4p-women', name: 'Women, peace and security' },
  { code: 'a4p-protection', name: 'Protection' },
  { code: 'a4p-safety', name: 'Safety and security' },
  { code: 'a4p-performance', name: 'Performance and accountability' },
  { code: 'a4p-peacebuilding', name: 'Peacebuilding and sustaining peace' },
  { code: 'a4p-partnerships', name: 'Partnerships' },
  { code: 'a4p-conduct', name: 'Conduct of peacekeepers and peacekeeping operations' },
] as const;

const a4pPlus = [
  { code: 'a4p-plus-strategy', name: 'Collective coherence behind a political strategy' },
  { code: 'a4p-plus-integration', name: 'Greater strategic and operational integration' },
  { code: 'a4p-plus-capabilities', name: 'Greater focus on capabilities and mindsets' },
  { code: 'a4p-plus-accountability-of', name: 'Enhanced accountability of peacekeepers' },
  { code: 'a4p-plus-accountability-to', name: 'Greater focus on accountability to peacekeepers' },
  { code: 'a4p-plus-communications', name: 'Enhanced strategic communications' },
  { code: 'a4p-plus-host-countries', name: 'Greater cooperation with host countries' },
] as const;

export const tags: readonly Tag[] = [
  ...themes.map((code): Tag => ({ code, name: code, list: 'THEME' })),
  ...a4p.map((tag): Tag => ({ ...tag, list: 'A4P' })),
  ...a4pPlus.map((tag): Tag => ({ ...tag, list: 'A4P_PLUS' })),
  ...performanceTools
    .filter(({ code }) => code !== 'OTHER')
    .map((tag): Tag => ({ ...tag, list: 'PERFORMANCE_TOOL' })),
];

/** The codes alone, for closed lists. */
export const TAGS: readonly string[] = tags.map(({ code }) => code);
