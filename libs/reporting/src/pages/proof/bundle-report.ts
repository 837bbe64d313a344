/** The events of a bundle for people: one page without a program in it, which proves nothing by itself. */
import type { BundledEvent, BundledStream } from '@pledgeline/transparency';
import { audienceText, type OfBundle } from './bundle-readme.ts';

/** A page of more is one that no browser shows and nobody reads. */
export const MOST_REPORTED = 10_000;

/** @param opened the events once more. */
export async function* bundleReport(
  of: OfBundle,
  streams: readonly BundledStream[],
  opened: () => AsyncIterable<readonly BundledEvent[]>,
): AsyncGenerator<string> {
  const count = streams.reduce((sum, { events }) => sum + events, 0);
  yield beginning(of, count);
  if (count > MOST_REPORTED) yield* listed(streams);
  else for await (const page of opened()) yield page.map(sectionOf).join('');
  yield '</html>\n';
}

const beginning = (of: OfBundle, count: number): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Proved events of ${escaped(of.origin)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
section { border-top: 1px solid #ccc; padding: 0.5rem 0; break-inside: avoid }
h2 { font-size: 1rem; margin: 0.5rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 0.5rem; margin: 0.5rem 0 }
</style>
<h1>Proved events of ${escaped(of.origin)}</h1>
<p>${count} events of a signed tree of ${of.treeSize} leaves, exported ${escaped(of.exportedAt)} for ${escaped(audienceText(of.audience))}.</p>
<p><strong>This page is a rendering.</strong> What is proved is in <code>events.jsonl</code> and <code>proofs.jsonl</code>, under the signature in <code>checkpoint</code>; <code>README.txt</code> says how to check it.</p>
`;

function* listed(streams: readonly BundledStream[]): Generator<string> {
  yield `<p>More than ${MOST_REPORTED} events are too many for one page: these are the streams that they are of. A bundle of one pledge shows its events here.</p>\n<ul>\n`;
  for (const { stream, events } of streams) yield `<li>${escaped(stream)}: events ${events}</li>\n`;
  yield '</ul>\n';
}

const sectionOf = ({ stream, revision, opening }: BundledEvent): string => {
  const texts = opening.units.flatMap((unit) => ('text' in unit ? [JSON.parse(unit.text) as object] : []));
  const { type, recordedAt } = texts[0] as { readonly type: string; readonly recordedAt: string };
  const keptBack = opening.units.length - texts.length;
  return `<section>
<h2>${escaped(type)}, leaf ${opening.leaf}</h2>
<p>${escaped(stream)}, revision ${revision}, recorded ${escaped(recordedAt)}${keptBack === 0 ? '' : `; parts kept back: ${keptBack}`}</p>
<pre>${escaped(JSON.stringify(Object.assign({}, ...texts.slice(1)), null, 2))}</pre>
</section>
`;
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
