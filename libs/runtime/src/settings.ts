/** Reads single settings from the environment; what is wrong is said in one line that names the setting. */
import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A mistake in the settings, for the person who starts the process: printed as it is, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*[\r\n]+\s*/g, ' '), options);
  }
}

/** @throws {CannotStart} when it is set to nothing. */
export const textOf = (name: string, value: string): string => {
  if (value.trim() === '') throw new CannotStart(`${name} is empty`);
  return value;
};

/** @throws {CannotStart} naming the words that are allowed. */
export const oneOf = <Word extends string>(name: string, value: string, words: readonly Word[]): Word => {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new CannotStart(`${name}=${value} is not known: ${words.join(', ')}`);
  return found;
};

/** @throws {CannotStart} when it is not a whole number in that range. */
export const wholeNumber = (name: string, value: string, least: number, most: number): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new CannotStart(`${name}=${value} is not a whole number from ${least} to ${most}`);
  }
  return number;
};

/**
 * A setting that may be secret: its value, or that of the file which `<name>_FILE` names, as containers mount it. It never
 * stands in a message.
 * @throws {CannotStart} when both are set, the file cannot be read, or there is nothing in it.
 */
export const secretOf = (env: Environment, name: string): string | undefined => {
  const file = env[`${name}_FILE`];
  if (file === undefined) return env[name] === undefined ? undefined : textOf(name, env[name]);
  if (env[name] !== undefined) throw new CannotStart(`${name} and ${name}_FILE are both set`);
  return textOf(`${name}_FILE=${file}`, contentOf(`${name}_FILE`, file).trimEnd());
};

/** @throws {CannotStart} when the file cannot be read. */
export const contentOf = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotStart(`${name}=${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
};
