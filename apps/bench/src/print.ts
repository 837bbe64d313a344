/** The figures as a table for people. */
import type { Results } from './measure.ts';

export const print = ({ machine, figures, ratios }: Results): string => {
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Linux ${machine.kernel}, Node ${machine.node}`,
    '',
  ];
  for (const { name, unit, median, min, max, runs, goal } of figures) {
    const aim = goal === undefined ? '' : `, goal ${short(goal)}`;
    lines.push(
      `${name.padEnd(58)} ${short(median).padStart(10)} ${unit}  (${short(min)} to ${short(max)}, ${runs} runs${aim})`,
    );
  }
  lines.push('');
  for (const { name, median, min, max, goal } of ratios) {
    const aim = goal === null ? '' : `, goal ${goal}`;
    lines.push(
      `${name.padEnd(58)} ${median.toFixed(2).padStart(10)} times  (${min.toFixed(2)} to ${max.toFixed(2)}${aim})`,
    );
  }
  return `${lines.join('\n')}\n`;
};

/** Whole, but for what is small. */
const short = (value: number): string =>
  Math.abs(value) < 20 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB');
