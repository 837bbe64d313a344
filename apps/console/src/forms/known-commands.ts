/** What the document of the API says of each command: its summary, and the fields of its form. Each is loaded when it is asked for. */
import { commandFiles } from '../generated/commands.ts';
import { fieldsOf } from './request-fields.ts';
import type { Field, Schema, Schemas } from './request-fields.ts';

export interface KnownCommand {
  /** Blank for a command that the document does not know. */
  readonly summary: string;
  readonly fields: readonly Field[];
}

interface CommandFile {
  readonly summary: string;
  readonly body: Schema | null;
  readonly schemas: Schemas;
}

const files = commandFiles as unknown as Readonly<
  Record<string, (() => Promise<{ readonly default: CommandFile }>) | undefined>
>;
const loaded = new Map<string, Promise<KnownCommand>>();

/** The same promise each time, so that a page can wait for it. @throws {Error} when its file does not come. */
export const knownCommand = (command: string): Promise<KnownCommand> => {
  const before = loaded.get(command);
  if (before !== undefined) return before;
  const now = load(command);
  loaded.set(command, now);
  // What did not come is asked for again by the next form.
  now.catch(() => loaded.delete(command));
  return now;
};

const load = async (command: string): Promise<KnownCommand> => {
  const file = await files[command]?.();
  if (file === undefined) return { summary: '', fields: [] };
  const { summary, body, schemas } = file.default;
  return { summary, fields: fieldsOf(body, schemas) };
};
