/** What states might promise, with whoever was spoken to about it and what became of it. */
import { eventContracts, streamId } from '@pledgeline/contracts';
import type { DataOf, IdeaEvent } from '@pledgeline/contracts';
import type { Projection, RecordedEvent } from '@pledgeline/event-sourcing';

export interface IdeaRow {
  readonly idea: DataOf<'PledgeIdeaRaised'>;
  readonly raisedOn: string | null;
  readonly contacts: readonly Contact[];
  /** The pledges that came of it. */
  readonly pledges: readonly string[];
  readonly droppedFor: string | null;
  readonly revision: number;
}

export type Contact = Omit<DataOf<'ContactLogged'>, 'ideaId'>;

export const IDEA_STATES = ['OPEN', 'TAKEN_UP', 'DROPPED'] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

export const IDEA_LIST = 'idea-list';

export const ideaList: Projection<IdeaRow> = {
  name: IDEA_LIST,
  version: 2,
  handles: eventContracts.filter(({ category }) => category === 'idea').map(({ type }) => type),
  columns: {
    kind: ({ idea }) => idea.kind,
    memberState: ({ idea }) => idea.memberState,
    conference: ({ idea }) => idea.conference,
    state: (row) => stateOf(row),
  },
  keyOf: ({ stream }) => streamId(stream),
  apply: (row, event) => {
    const changed = changedBy(row, event as RecordedEvent & IdeaEvent);
    return changed && { ...changed, revision: event.revision };
  },
};

export const stateOf = ({ pledges, droppedFor }: IdeaRow): IdeaState => {
  if (pledges.length > 0) return 'TAKEN_UP';
  return droppedFor === null ? 'OPEN' : 'DROPPED';
};

const changedBy = (row: IdeaRow | undefined, event: RecordedEvent & IdeaEvent): IdeaRow | undefined => {
  if (event.type === 'PledgeIdeaRaised') {
    const { occurredOn } = event.metadata;
    return {
      idea: event.data,
      raisedOn: occurredOn,
      contacts: [],
      pledges: [],
      droppedFor: null,
      revision: 0,
    };
  }
  if (row === undefined) return undefined;
  switch (event.type) {
    case 'ContactLogged': {
      const { ideaId: _, ...contact } = event.data;
      return { ...row, contacts: [...row.contacts, contact] };
    }
    case 'PledgeIdeaTakenUp':
      return { ...row, pledges: [...row.pledges, event.data.pledgeId] };
    case 'PledgeIdeaDropped':
      return { ...row, droppedFor: event.data.reason };
    default:
      return row;
  }
};
