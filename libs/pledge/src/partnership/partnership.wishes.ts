/** What can be wished of a pledge: that several carry it together. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export interface PartnershipWishes {
  DeclarePartnership: Fields<'PartnershipDeclared', 'pledgeId' | 'kind' | 'handoverTo' | 'handoverOn'>;
  JoinPartnership: DataOf<'PartnerJoined'>;
  LeavePartnership: Omit<DataOf<'PartnerLeft'>, 'share' | 'leftOn'>;
  NameLead: Omit<DataOf<'LeadNamed'>, 'formerLead'>;
  AgreeTurns: Fields<'TurnsAgreed', 'pledgeId' | 'turns'>;
}
