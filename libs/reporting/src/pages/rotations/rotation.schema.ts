/** How rotations look: which states hold one capability in turn. */
import { STATUSES } from '@pledgeline/contracts';
import {
  countedPage,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  type Static,
} from '../../answers/answer-schema.ts';
import { turns } from '../pledge/partnership.schema.ts';

const rotation = object('Rotation', {
  pledgeId: uuid,
  reference: text,
  lead: text,
  leadName: text,
  status: orNull(oneOf(STATUSES)),
  states: said(list(text), 'every state that carries the pledge'),
  inPlace: said(orNull(text), 'whose turn it is, or comes first; null where no list was agreed'),
  turns,
  holes: said(
    list(object('RotationGap', { from: day, to: orNull(day), warnFrom: day })),
    'where no state is in place, from the present turn on; `warnFrom` is when it is flagged',
  ),
});

export const rotationList = countedPage('RotationPage', rotation);

export type Rotation = Static<typeof rotation>;
export type RotationList = Static<typeof rotationList>;
