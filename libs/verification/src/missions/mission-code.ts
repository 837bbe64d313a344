/** The code of a new mission, as gaps, selections and deployments will name it. */
export const MISSION_CODE = /^[A-Z][A-Z0-9-]{1,29}$/;
