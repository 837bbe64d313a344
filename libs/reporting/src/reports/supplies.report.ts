/** Equipment and supplies handed over, across pledges: how many of each item, for whom, and how many are in use (seed 001). */
import { nameKey } from '@pledgeline/contracts';
import type { Delivered } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { namesKnown } from '../views/names-known.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { referenceOf } from './counting-rules.ts';
import { adding } from './figure.ts';
import { supplies as figures } from './figures.data.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

type EquipmentLine = Delivered['equipment'][number];

interface HandedOver {
  readonly row: RegisterRow;
  readonly line: EquipmentLine;
}

const reference = ({ row }: HandedOver): string => referenceOf(row);

const measures = [
  adding<HandedOver>(figures.delivered, 'pledges', reference, ({ line }) => line.number),
  adding<HandedOver>(figures.inUse, 'pledges', reference, ({ line }) => line.inUse),
];

export const suppliesDelivered: ReportDefinition = {
  report: 'supplies',
  title: 'Equipment and supplies delivered',
  answers: 'How many of each item were handed over, to whom, and how many are in use?',
  readers: 'PUBLIC',
  by: ['item', 'receiver', 'memberState'],
  make: async ({ views }, { by = 'item', ...filters }) => {
    const names = await namesKnown(views);
    const states = by === 'memberState' ? byMemberState(filters) : undefined;
    const tallies = talliesOf(measures, states === undefined ? (code) => nameKey(code) || code : undefined);
    const groupOf = ({ item, receiver }: EquipmentLine): string =>
      by === 'item' ? item : (names.codeOf('missions', receiver) ?? receiver);
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        for (const line of row.pledge.delivered?.equipment ?? [])
          tallies.add({ row, line }, states?.codesOf(row) ?? [groupOf(line)]);
      }
    const receiverName = (code: string): string => names.nameOf('missions', code);
    return tallies.parts(states?.nameOf ?? (by === 'receiver' ? receiverName : undefined), states?.note);
  },
};
