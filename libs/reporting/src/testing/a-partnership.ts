/** Several carry a pledge: Norway leads, others join and leave, and they take turns. */
import type { DataOf } from '@pledgeline/contracts';
import { id, type Log } from './a-log.ts';
import { announce } from './a-pledge.ts';

export const together = (
  log: Log,
  pledge: string,
  kind: DataOf<'PartnershipDeclared'>['kind'],
  ...states: readonly string[]
): void => {
  const pledgeId = id(pledge);
  announce(log, pledge, { memberState: 'NOR', memberStateAsStated: 'Norway' });
  log.add(pledge, 'PartnershipDeclared', { pledgeId, kind, lead: 'NOR', handoverTo: null, handoverOn: null });
  for (const state of states) log.add(pledge, 'PartnerJoined', { pledgeId, ...asUnit(state) });
};

/** Norway's courses with partners who each say which of the three parts is theirs. */
export const triangular = (
  log: Log,
  pledge: string,
  parts: Readonly<Partial<Record<NonNullable<DataOf<'PartnerJoined'>['part']>, string>>>,
): void => {
  together(log, pledge, 'TRIANGULAR');
  for (const [part, state] of Object.entries(parts)) {
    const taken = { part: part as keyof typeof parts, role: 'TRAINING' as const, share: null };
    log.add(pledge, 'PartnerJoined', { pledgeId: id(pledge), ...asUnit(state), ...taken });
  }
};

const asUnit = (state: string) => ({
  state,
  body: null,
  role: 'UNIT' as const,
  part: null,
  share: 20,
  from: '2026-01-01',
  to: null,
  leadConsentReference: 'NV/1',
  confirmation: 'INVITED' as const,
});

export const leave = (log: Log, pledge: string, state: string, on: string) =>
  log.add(
    pledge,
    'PartnerLeft',
    {
      pledgeId: id(pledge),
      state,
      body: null,
      role: 'UNIT',
      share: 20,
      leftOn: on,
      reason: 'Needed at home',
      leadConsentReference: null,
      dosNoteReference: null,
      endedBy: 'PARTNER',
    },
    { on },
  );

export const agreeTurns = (log: Log, pledge: string, turns: DataOf<'TurnsAgreed'>['turns']) =>
  log.add(pledge, 'TurnsAgreed', { pledgeId: id(pledge), turns, agreedOn: '2026-01-01' });
