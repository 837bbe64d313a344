/** A register as it is after twenty years of ministerials: pledges of many states, conferences, kinds and days, some further than others. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { memberStates } from '@pledgeline/contracts';
import { pledgeCommands } from '@pledgeline/pledge';
import { runLifecycles } from './in-flight.ts';
import { beginLife, type Life } from './life.ts';
import { announcement } from './lifecycle.ts';
import type { Progress } from './progress.ts';

/** Of what is promised. */
export const KINDS = [
  { category: 'UNIT', capabilityCode: 'INF-BN', quantity: [850, 'troops'] },
  { category: 'UNIT', capabilityCode: 'FPU', quantity: [1, 'unit'] },
  { category: 'TRAINING', capabilityCode: 'TRG-PEACEKEEPERS', quantity: [200, 'persons'] },
  { category: 'FINANCE', capabilityCode: 'FIN-PBF', quantity: null },
] as const;
/** Where the pledges of the register are made. */
export const CONFERENCES = [
  '2015-new-york',
  '2016-london',
  '2017-vancouver',
  '2019-new-york',
  '2021-seoul',
  '2023-accra',
];
const FIRST_DAY = Date.UTC(2014, 8, 26);
const DAYS = 4000;
const DAY_MS = 86_400_000;
const STEP = 5000;

/** Fills the log of a folder; the same number gives the same pledges. */
export const fillRegister = async (folder: string, pledges: number, progress: Progress): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  const handle = pledgeCommands(store);
  for (let done = 0; done < pledges; done += STEP) {
    progress.step(`filling a register: ${done} of ${pledges} pledges`);
    await runLifecycles(handle, done, Math.min(STEP, pledges - done), 256, variedPledge);
  }
  await store.close();
};

const variedPledge = (n: number): Life => {
  const day = new Date(FIRST_DAY + (n % DAYS) * DAY_MS).toISOString().slice(0, 10);
  const { pledgeId, add, life } = beginLife(n, day);
  const { category, capabilityCode, quantity } = of(KINDS, n);
  const state = of(memberStates, n * 7).code;
  add('DESK', 'AnnouncePledge', {
    ...announcement(pledgeId, n),
    memberState: state,
    memberStateAsStated: state,
    conference: n % 3 === 0 ? null : of(CONFERENCES, n),
    category,
    capabilityCode,
    description: `Promise ${n}: to be agreed with the Secretariat, ready within ninety days of a request`,
    quantity: quantity && {
      min: quantity[0],
      max: quantity[0],
      unit: quantity[1],
      asStated: `${quantity[0]}`,
    },
    money: quantity === null ? moneyOf(n) : null,
  });
  if (n % 5 < 3) add('DESK', 'AcknowledgePledge', { pledgeId, acknowledgementReference: `ACK-${n}` });
  if (n % 10 === 9)
    add('MS', 'WithdrawPledge', { pledgeId, reason: 'Commitments elsewhere', source: null }, state);
  return life();
};

const moneyOf = (n: number) => ({
  amountMin: 100_000 + n,
  amountMax: 100_000 + n,
  currency: n % 2 === 0 ? 'USD' : 'EUR',
  currencyAssumed: false,
  per: null,
  funding: 'VOLUNTARY' as const,
  asStated: null,
});

const of = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
};
