/** The code of a mission, as gaps, selections and deployments name it. */
import { Rejected } from '@pledgeline/event-sourcing';

export const MISSION_CODE = /^[A-Z][A-Z0-9-]{1,29}$/;

/** A Nest pipe by shape, so that no Nest has to be imported here. */
export const missionCode = {
  transform: (value: unknown): string => {
    if (typeof value === 'string' && MISSION_CODE.test(value)) return value;
    throw new Rejected('invalid', 'ID_INVALID', 'mission must be a code such as MINUSCA.', {
      field: 'mission',
    });
  },
};
