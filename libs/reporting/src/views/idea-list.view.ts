/** What states might promise, with the contacts about it and the pledges that came of it. */
import { readsAmongStates, type DataOf, type IdeaEvent } from '@pledgeline/contracts';
import { viewOf } from '../visibility/view.ts';

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

export const ideaList = viewOf<IdeaRow, IdeaEvent>({
  name: IDEA_LIST,
  version: 3,
  category: 'idea',
  columns: {
    kind: ({ idea }) => idea.kind,
    memberState: ({ idea }) => idea.memberState,
    conference: ({ idea }) => idea.conference,
    state: (row) => stateOf(row),
  },
  apply: (row, event) => {
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
  },
  readers: {
    // What is expected of a state is not for it to know.
    where: (caller) => (readsAmongStates(caller) ? { kind: 'IDEA' } : null),
    row: (row) => ({ ...row, contacts: [] }),
  },
});

export const stateOf = ({ pledges, droppedFor }: IdeaRow): IdeaState => {
  if (pledges.length > 0) return 'TAKEN_UP';
  return droppedFor === null ? 'OPEN' : 'DROPPED';
};
