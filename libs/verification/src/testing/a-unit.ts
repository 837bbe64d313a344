/** Units of the Republic of Korea on their way to a level, through the commands that bring them there. */
import { NOTHING_BESIDE, ORDINARY_ENTRY, streamName, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import type { DocumentKind, Quantity } from '@pledgeline/contracts';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import type { PledgeCommandType, PledgeCommands, PledgeCommandData } from '@pledgeline/pledge';

export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let commands = 0;

/** One act on one day, under an id of its own. */
export const act = <Type extends PledgeCommandType>(
  send: PledgeCommands,
  type: Type,
  data: PledgeCommandData[Type],
  meta: { role: string; on: string } & Partial<CommandMeta>,
) => {
  commands += 1;
  const { on, ...rest } = meta;
  const command = {
    type,
    data,
    meta: metaFor({ commandId: id(900_000 + commands), now: `${on}T09:00:00.000Z`, occurredOn: on, ...rest }),
  };
  return send(streamName('pledge', data.pledgeId), command as never);
};

const DOCUMENTS: readonly DocumentKind[] = [
  'NOTE_VERBALE',
  'TABLE_OF_ORGANIZATION',
  'MAJOR_EQUIPMENT',
  'SELF_SUSTAINMENT',
];

interface Registered {
  readonly on: string;
  readonly memberState: string;
  readonly capabilityCode: string;
  readonly units: number;
  readonly quantity: Quantity;
  readonly strength: Quantity | null;
}

/** Announced, acknowledged and registered at Level 1 on one day, so valid for a year from then. */
export const registerUnit = async (
  send: PledgeCommands,
  pledgeId: string,
  {
    on = '2025-01-10',
    memberState = 'KOR',
    capabilityCode = 'INF-BN',
    units = 1,
    quantity = { min: units, max: units, unit: 'units', asStated: String(units) },
    strength = null,
  }: Partial<Registered> = {},
): Promise<void> => {
  const announcement = {
    pledgeId,
    reference: `no-conference/${memberState}/${capabilityCode}-00000`,
    conference: null,
    memberState,
    memberStateAsStated: memberState,
    category: 'UNIT',
    capabilityCode,
    quantity,
    description: 'A unit',
    timeframe: null,
    partners: [],
    source: 'spec',
    ...ORDINARY_ENTRY,
    duplicateChecked: false,
    like: null,
    shareAimedAt: null,
    ...ANNOUNCEMENT_DEFAULTS,
    strength,
  };
  await act(send, 'AnnouncePledge', announcement, { role: 'DESK', on });
  await act(send, 'AcknowledgePledge', { pledgeId, acknowledgementReference: 'ACK' }, { role: 'DESK', on });
  for (const [n, kind] of DOCUMENTS.entries()) await hand(send, pledgeId, kind, n, on);
  const registration = {
    pledgeId,
    capabilityCode,
    quantity: null,
    ...NOTHING_BESIDE,
    timeframe: null,
    deployWithinDays: 30,
    registrationReference: 'REG',
    consentReference: null,
    target: null,
    lateEntry: false,
    notMeasurable: false,
  };
  await act(send, 'RegisterPledge', registration, { role: 'SFGC', on });
};

const hand = (send: PledgeCommands, pledgeId: string, kind: DocumentKind, n: number, on: string) => {
  const sha256 = String(n).padStart(64, '0');
  const data = { pledgeId, kind, version: 1, datedOn: null, sha256, reference: null };
  return act(send, 'ReceiveDocumentation', data, { role: 'SFGC', on });
};

const references = {
  surReference: 'SUR',
  alignmentReference: 'ALIGN',
  agreementReference: 'RDL',
  deployWithinDays: null,
  confirmedBy: 'FGS',
};

/** A successful visit on a day, and the level that it carries. */
export const raiseTo = async (
  send: PledgeCommands,
  pledgeId: string,
  level: 'L2' | 'L3' | 'RDL',
  on = '2025-01-20',
  conductedOn = on,
): Promise<void> => {
  if (level !== 'L3') {
    const purpose = level === 'L2' ? ('AAV' as const) : ('RDL' as const);
    const visit = { pledgeId, purpose, conductedOn, agreementReference: null };
    const noted = { ...visit, visitId: id(800_000 + commands), outcome: 'SUCCESSFUL' as const };
    await act(send, 'NoteVisitOutcome', noted, { role: 'SYSTEM', on });
  } else {
    await hand(send, pledgeId, 'LOAD_LIST', 9, on);
  }
  await act(send, 'AttainLevel', { pledgeId, level, ...references }, { role: 'SFGC', on });
};
