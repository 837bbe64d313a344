/**
 * What performance is judged with: the tools that the Integrated Peacekeeping Performance and Accountability Framework
 * (IPPAF) lists, and the visits and inquiries from which findings come as well. Codes are ours (assumption).
 */
import { tools } from './tools.data.ts';

export type PerformanceTool = (typeof tools)[number]['code'];

const names: ReadonlyMap<string, string> = new Map(tools.map(({ code, name }) => [code, name]));

/** What people call it; the code itself for one that this version does not know. */
export const performanceTool = (code: string): string => names.get(code) ?? code;

/** The codes alone, for closed lists. */
export const PERFORMANCE_TOOLS: readonly PerformanceTool[] = tools.map(({ code }) => code);
