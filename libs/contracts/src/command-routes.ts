/** The addresses of commands. */
import { commandRoutes } from './command-routes.data.ts';

const paths: ReadonlyMap<string, string> = new Map(commandRoutes.map(({ command, path }) => [command, path]));

/** The address of a command with the braces filled by name. @throws {Error} for what has none, and for a brace without its value. */
export const commandHref = (command: string, parameters: Readonly<Record<string, string>> = {}): string => {
  const path = paths.get(command);
  if (path === undefined) throw new Error(`${command} has no address`);
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${command} needs ${name} in its address`);
    return value;
  });
};

/** Whether it has one: what only jobs and policies send has none. */
export const hasAddress = (command: string): boolean => paths.has(command);
