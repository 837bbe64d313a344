/**
 * What performance is judged with: the tools that the Integrated Peacekeeping Performance and Accountability Framework
 * (IPPAF) lists, and the visits and inquiries from which findings come as well. Codes are ours (assumption).
 */

export const performanceTools = [
  { code: 'CPAS', name: 'Comprehensive Planning and Performance Assessment System' },
  { code: 'COMMANDER_EVALUATION', name: 'Evaluation by the Force Commander or the Police Commissioner' },
  { code: 'HQ_EVALUATION', name: 'Evaluation by the performance evaluation teams at headquarters' },
  { code: 'INSPECTION', name: 'Inspection of contingent-owned equipment' },
  { code: 'AAV', name: 'Assessment and advisory visit' },
  { code: 'PDV', name: 'Pre-deployment visit' },
  { code: 'OPSP_REVIEW', name: 'Review by the Office for the Peacekeeping Strategic Partnership' },
  { code: 'AFTER_ACTION_REVIEW', name: 'After-action review' },
  { code: 'BOARD_OF_INQUIRY', name: 'Board of inquiry' },
  { code: 'INVESTIGATION', name: 'Special or independent investigation' },
  { code: 'OTHER', name: 'Another tool, named in the report' },
] as const;

export type PerformanceTool = (typeof performanceTools)[number]['code'];

const names: ReadonlyMap<string, string> = new Map(performanceTools.map(({ code, name }) => [code, name]));

/** What people call it; the code itself for one that this version does not know. */
export const performanceTool = (code: string): string => names.get(code) ?? code;

/** The codes alone, for closed lists. */
export const PERFORMANCE_TOOLS: readonly PerformanceTool[] = performanceTools.map(({ code }) => code);
