/** Sends announcements to the slice, each as another request, and gives each outcome in one word. */
import type { CommandAnswer, CommandContext, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AnnouncePledgeRequest } from '../announcement/announcement.request.ts';
import { by } from './a-request.ts';
import { wholeLog } from './log-and-views.ts';
import type { Intake } from './start-intake.module.ts';

/** An offer of the Republic of Korea, without conference or capability: nothing but its words tells it from others. */
export const offer = {
  memberState: 'KOR',
  category: 'UNIT',
  quantity: '1',
  unit: 'unit',
  description: 'One infantry battalion',
  announcedOn: '2021-12-07',
  source: 'Note verbale 5',
} satisfies AnnouncePledgeRequest;

/** One that others may make in other words. */
export const named = { ...offer, conference: '2021-seoul', capabilityCode: 'INF-BN' };

export const additional = { additional: true, additionalReason: 'A second battalion: NV 7' };

export type Outcome =
  | {
      readonly is: 'ADDED' | 'UNCHANGED' | 'REPEATED';
      readonly location: string;
      readonly revision: number;
      readonly notChecked?: readonly string[];
    }
  | { readonly is: string; readonly details: Readonly<Record<string, unknown>> };

let requests = 0;

/** @param key what tells the request again; none where it has no key. */
export const announce = async (
  { announcements }: Intake,
  row: object,
  {
    key,
    role = 'DESK',
    dryRun,
  }: { readonly key?: number; readonly role?: Role; readonly dryRun?: true } = {},
): Promise<Outcome> => {
  requests += 1;
  const changes: Partial<CommandContext> = {
    keyed: key !== undefined,
    correlationId: `request ${requests}`,
    bodyHash: JSON.stringify(row),
    ...(dryRun && { dryRun }),
  };
  try {
    const request = by(key ?? 100_000 + requests, role, changes);
    return outcomeOf(await announcements.announce({ ...row } as AnnouncePledgeRequest, request));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { is: error.code, details: error.details };
  }
};

const outcomeOf = ({ created, repeated, location, revision, notChecked }: CommandAnswer): Outcome => ({
  is: created ? 'ADDED' : repeated ? 'REPEATED' : 'UNCHANGED',
  location,
  revision,
  ...(notChecked && { notChecked }),
});

/** How many pledges there are. */
export const pledgesIn = async ({ store }: Intake): Promise<number> =>
  (await wholeLog(store)).filter(({ type }) => type === 'PledgeAnnounced').length;
