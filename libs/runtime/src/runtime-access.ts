/** Who may use the operations that every process has: its health, and the addresses at which callers sign in. */
import { EVERYBODY } from '@pledgeline/contracts';
import type { AccessRule, AccessRules } from '@pledgeline/contracts';

const open: AccessRule = { roles: EVERYBODY, reach: 'SAME' };

export const runtimeAccess: AccessRules = {
  live: open,
  ready: open,
  getStart: open,
  getPageStyle: open,
  getConsole: open,
  getConsolePage: open,
  getSignInPage: open,
  getSignInScript: open,
  getSession: open,
  openSession: open,
  startSignIn: open,
  finishSignIn: open,
  changeRole: open,
  renewSession: open,
  endSession: open,
};
