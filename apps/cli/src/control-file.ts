/** What a server leaves in its data folder for the people who may read it: its address, and a secret by which it signs in its owner. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, EXIT } from './exit-codes.ts';

export interface Control {
  readonly url: string;
  readonly secret: string;
}

/** Written by `libs/runtime/src/identity/sign-in-invitation.ts`, and gone when the server has ended. */
const CONTROL_FILE = 'sign-in-control.json';

/** @throws {CliError} when there is no server on that folder, or it is not this user's. */
export const controlOf = (dataFolder: string): Control => {
  const path = join(dataFolder, CONTROL_FILE);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Control;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new CliError(
        EXIT.unreachable,
        `no server with local sign-in runs on the data folder ${dataFolder}: start one with "npm start", or name its folder with --data`,
      );
    if (code === 'EACCES')
      throw new CliError(EXIT.refused, `${path} is for the user that runs the server: sign in as that user`);
    throw new CliError(EXIT.usage, `${path} cannot be read: ${message}`);
  }
};
