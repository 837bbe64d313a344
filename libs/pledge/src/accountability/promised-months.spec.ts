import { NO_TERMS, type PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { amended } from '../testing/amended-life.ts';
import { announced } from '../testing/early-life.ts';
import { termsStated } from '../testing/terms-life.ts';
import { promisedMonths } from './promised-months.ts';

const silent = announced({ terms: null });
const year = announced({ terms: { ...NO_TERMS, tourMonths: 12 } });
const changed = (old: number | null, value: number | null, consentReference: string | null = null) =>
  amended({ changes: [{ field: 'terms.tourMonths', old, new: value }], consentReference });

it.each<[string, readonly PledgeEvent[], [first: number, base: number] | null]>([
  ['none stated', [silent], null],
  ['announced', [year], [12, 12]],
  ['stated later', [silent, termsStated({ tourMonths: 24 })], [24, 24]],
  ['raised', [year, changed(12, 18)], [12, 18]],
  ['lowered by the state alone', [year, changed(12, 6)], [12, 12]],
  ['lowered with a reference', [year, changed(12, 6, 'FGS/3')], [12, 6]],
  ['taken back by the state alone', [year, changed(12, null)], [12, 12]],
  ['taken back with a reference', [year, changed(12, null, 'FGS/3')], null],
  ['lowered in two steps', [year, changed(12, 9), changed(9, 6)], [12, 12]],
  ['lowered, then raised above the first', [year, changed(12, 6), changed(6, 18)], [12, 18]],
  ['stated later, then lowered', [silent, termsStated({ tourMonths: 24 }), changed(24, 6)], [24, 24]],
  ['first stated by an amendment', [silent, changed(null, 6)], [6, 6]],
])('%s', (_what, history, expected) => {
  const months = promisedMonths(after(history).state());
  expect(months && [months.first, months.base]).toEqual(expected);
});
