/** Accepted examples: an acknowledgement that belongs to another pledge is annulled. */
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { AnnulmentCommands } from '../../annulment/annulment.state.ts';
import { acknowledged } from '../early-life.ts';
import { by, type ExamplesOf } from '../example-command.ts';
import { ANNULMENT, PLEDGE, idOf } from '../named-events.ts';

const examined = { strikes: [recorded(acknowledged(), 1)], blocked: [] };

export const annulmentCommands: ExamplesOf<keyof AnnulmentCommands> = {
  ProposeAnnulment: {
    type: 'ProposeAnnulment',
    data: {
      ...{ pledgeId: PLEDGE, annulmentId: idOf(69) },
      ...{ reason: 'The letter is about another pledge', ...examined },
    },
    meta: by('ADMIN'),
  },
  AnnulEvent: {
    type: 'AnnulEvent',
    data: { pledgeId: PLEDGE, annulmentId: ANNULMENT, ...examined },
    meta: { ...by('ADMIN'), actor: 'second.officer' },
  },
  RejectAnnulment: {
    type: 'RejectAnnulment',
    data: { pledgeId: PLEDGE, annulmentId: ANNULMENT, reason: 'The letter is about this one' },
    meta: by('ADMIN'),
  },
};
