/**
 * An idea is a promise that a state might make: raised at a preparatory conference, or noted by the Secretariat that speaks with
 * it (seeds 000 and 002). It stays beside the register: only an announcement counts.
 */
import {
  impossible,
  memberState,
  mustBeSentBy,
  mustHaveCome,
  TAGS,
  unknownState,
} from '@pledgeline/contracts';
import type { DataOf, IdeaEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';
import { mustActForWhose, mustNotBeTakenUp, RAISING, SECRETARIAT, SETTLING } from '@pledgeline/pledge';

export type IdeaCommand =
  | Command<'RaiseIdea', DataOf<'PledgeIdeaRaised'>>
  | Command<'LogContact', DataOf<'ContactLogged'>>
  | Command<'TakeUpIdea', DataOf<'PledgeIdeaTakenUp'>>
  | Command<'DropIdea', DataOf<'PledgeIdeaDropped'>>;

/** Null before it was raised. */
export type Idea = {
  readonly raised: DataOf<'PledgeIdeaRaised'>;
  /** One idea may move several states. */
  readonly pledges: readonly string[];
  readonly dropped: boolean;
} | null;

type Raised = NonNullable<Idea>;

const evolve = (idea: Idea, event: AppendedEvent): Idea => {
  const { type, data } = event as AppendedEvent & IdeaEvent;
  if (type === 'PledgeIdeaRaised') return { raised: data, pledges: [], dropped: false };
  if (idea === null) return null;
  switch (type) {
    case 'PledgeIdeaTakenUp':
      return { ...idea, pledges: [...idea.pledges, data.pledgeId], dropped: false };
    case 'PledgeIdeaDropped':
      return { ...idea, dropped: true };
    default:
      return idea;
  }
};

const raise = (
  { data, meta }: Extract<IdeaCommand, { type: 'RaiseIdea' }>,
  idea: Idea,
): readonly IdeaEvent[] => {
  if (idea !== null) {
    throw new Rejected('conflict', 'IDEA_EXISTS', `Idea ${data.ideaId} is raised already.`);
  }
  if (data.kind === 'EXPECTED') mustBeSentBy({ type: 'RaiseIdea', data, meta }, SECRETARIAT);
  mustActForWhose(data, meta);
  if (data.memberState !== null && memberState(data.memberState) === undefined) {
    throw unknownState('memberState', data.memberState);
  }
  const unknown = data.themes.find((theme) => !TAGS.includes(theme));
  if (unknown !== undefined) {
    throw new Rejected('invalid', 'UNKNOWN_THEME', `${unknown} is no theme.`, {
      field: 'themes',
      allowed: TAGS,
    });
  }
  return [toldOf(data, { type: 'PledgeIdeaRaised', data })];
};

const logContact = (
  command: Extract<IdeaCommand, { type: 'LogContact' }>,
  idea: Idea,
): readonly IdeaEvent[] => {
  mustBeSentBy(command, SECRETARIAT);
  const { data, meta } = command;
  mustBeRaised(data.ideaId, idea);
  mustHaveCome('contactOn', data.contactOn, meta.now);
  mustNameOfficeOrNone(data);
  return [{ type: 'ContactLogged', data, ...(data.chathamHouse && { unattributed: true }) }];
};

/** Under the Chatham House Rule nobody is named, otherwise an office is. @throws {Rejected} CONTACT_NAMED or TEXT_MISSING */
const mustNameOfficeOrNone = ({ with: office, chathamHouse }: DataOf<'ContactLogged'>): void => {
  const field = 'with';
  if (chathamHouse && office !== null) {
    throw new Rejected(
      'invalid',
      'CONTACT_NAMED',
      'A talk under the Chatham House Rule is kept without names. Leave with out.',
      { field },
    );
  }
  if (!chathamHouse && office === null)
    throw new Rejected('invalid', 'TEXT_MISSING', 'with must name an office.', { field });
};

/** A dropped idea can be taken up as well, because the pledge was made after all. */
const takeUp = (command: Extract<IdeaCommand, { type: 'TakeUpIdea' }>, idea: Idea): readonly IdeaEvent[] => {
  mustBeSentBy(command, SETTLING);
  const { data } = command;
  const { raised, pledges } = mustBeReadable(command, mustBeRaised(data.ideaId, idea));
  return pledges.includes(data.pledgeId) ? [] : [toldOf(raised, { type: 'PledgeIdeaTakenUp', data })];
};

const drop = (command: Extract<IdeaCommand, { type: 'DropIdea' }>, idea: Idea): readonly IdeaEvent[] => {
  mustBeSentBy(command, SETTLING);
  const { data, meta } = command;
  const known = mustBeReadable(command, mustBeRaised(data.ideaId, idea));
  mustActForWhose(known.raised, meta);
  if (known.dropped) return [];
  mustNotBeTakenUp(known);
  return [toldOf(known.raised, { type: 'PledgeIdeaDropped', data })];
};

/** Later events of an idea are as visible as the idea. */
const toldOf = ({ kind }: DataOf<'PledgeIdeaRaised'>, event: IdeaEvent): IdeaEvent =>
  kind === 'EXPECTED' ? { ...event, visibility: 'INTERNAL' } : event;

const mustBeRaised = (ideaId: string, idea: Idea): Raised => {
  if (idea !== null) return idea;
  throw noSuchIdea(ideaId);
};

/** A refusal must not disclose to a state which ideas the Secretariat keeps. */
const mustBeReadable = ({ meta, data }: Command<string, { ideaId: string }>, idea: Raised): Raised => {
  if (idea.raised.kind === 'EXPECTED' && meta.role === 'MS') throw noSuchIdea(data.ideaId);
  return idea;
};

const noSuchIdea = (ideaId: string): Rejected =>
  new Rejected('missing', 'IDEA_NOT_FOUND', `There is no idea ${ideaId}.`, { field: 'ideaId' });

export const idea: Decider<Idea, IdeaCommand, IdeaEvent> = {
  initialState: () => null,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'RaiseIdea':
        mustBeSentBy(command, RAISING);
        return raise(command, state);
      case 'LogContact':
        return logContact(command, state);
      case 'TakeUpIdea':
        return takeUp(command, state);
      case 'DropIdea':
        return drop(command, state);
      default:
        return impossible(command);
    }
  },
};
