/** The accounts of local sign-in: one for each role of a person, and a second records officer, since corrections need two. */
import { ROLES } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';

export interface LocalAccount {
  /** Its name, and the subject in events; a state's name follows where its person speaks for one. */
  readonly name: string;
  readonly role: Role;
}

/** Those that act for nobody, or for the process itself, cannot be signed in to. */
const WITHOUT_A_PERSON: readonly Role[] = ['SYSTEM', 'PUBLIC'];

export const LOCAL_ACCOUNTS: readonly LocalAccount[] = [
  ...ROLES.filter((role) => !WITHOUT_A_PERSON.includes(role)).map((role) => ({
    name: role.toLowerCase(),
    role,
  })),
  { name: 'second-admin', role: 'ADMIN' },
];
