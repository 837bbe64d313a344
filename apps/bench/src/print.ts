/** The figures as a table for people. */
import type { MinuteOfMix, Results } from './measure.ts';

export const print = ({ machine, figures, ratios, minutes }: Results): string => {
  const lines = [
    [
      `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Linux ${machine.kernel}, Node ${machine.node}`,
      ...(machine.browser === undefined ? [] : [machine.browser]),
    ].join(', '),
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
  if (minutes.length > 0) lines.push('', ...minutes.map(ofMinute));
  return `${lines.join('\n')}\n`;
};

/** The goals hold for every minute, so none is hidden in a median. */
export const ofMinute = (one: MinuteOfMix): string =>
  `mixed, ${one.mix}, minute ${one.minute}: POST p50 ${one.postP50.toFixed(0)} p99 ${one.postP99.toFixed(0)} ms, ` +
  `GET p50 ${one.getP50.toFixed(0)} p99 ${one.getP99.toFixed(0)} ms, served ${(one.served * 100).toFixed(1)} %, ` +
  `${one.residentMb.toFixed(0)} MiB, ${one.cpuMsPerAnswer.toFixed(2)} ms CPU an answer`;

/** Whole, but for what is small. */
const short = (value: number): string =>
  Math.abs(value) < 20 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB');
