/** The access rules of this slice. The roles for commands of a pledge are in its table of transitions. */
import { recordable, sentBy } from '@pledgeline/contracts';
import type { AccessRules } from '@pledgeline/contracts';
import {
  CONFERENCE_KEEPERS,
  FILE_KEEPERS,
  pledgeAccess,
  RAISING,
  REGISTER_KEEPERS,
  SECRETARIAT,
  SETTLING,
  transitions,
} from '@pledgeline/pledge';

export const intakeAccess: AccessRules = {
  ...pledgeAccess('intake'),
  AcknowledgePledges: sentBy(transitions.AcknowledgePledge.roles),
  // Whoever may announce for a state may ask before, in the same words and with the same paper.
  CheckAnnouncement: recordable(sentBy(transitions.AnnouncePledge.roles)),
  RegisterConference: sentBy(CONFERENCE_KEEPERS),
  CheckConference: sentBy(CONFERENCE_KEEPERS),
  ReviseConference: sentBy(CONFERENCE_KEEPERS),
  AddNote: sentBy(FILE_KEEPERS),
  AssignPledge: sentBy(FILE_KEEPERS),
  AddName: sentBy(REGISTER_KEEPERS),
  AddAlias: sentBy(REGISTER_KEEPERS),
  WithdrawAlias: sentBy(REGISTER_KEEPERS),
  RaiseIdea: sentBy(RAISING),
  LogContact: sentBy(SECRETARIAT),
  TakeUpIdea: sentBy(SETTLING),
  DropIdea: sentBy(SETTLING),
};
