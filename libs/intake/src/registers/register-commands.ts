/** The handler that decides and appends to registers of names, and what doors ask them. */
import {
  catalogue,
  readsByVisibility,
  senderTo,
  streamName,
  TAG_REGISTERS,
  tagOf,
  TAGS,
} from '@pledgeline/contracts';
import type { NameEntered, RegisterName } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { register, type Register, type RegisterCommand } from './register.ts';

export type RegisterCommands = CommandHandler<Register, RegisterCommand>;
export const REGISTER_COMMANDS = Symbol('RegisterCommands');

export const registerCommands = (store: EventStore): RegisterCommands =>
  handleCommand({ store, decider: register, catalogue, reads: readsByVisibility });

export const sendToRegister = senderTo<RegisterCommand>({
  category: 'register',
  id: ({ register: name }) => name,
  path: ({ register: name }) => `/registers/${name}`,
  makes: null,
});

/** What the desk has entered, as the log has it now. */
export const namesEntered = async (
  registers: RegisterCommands,
  name: RegisterName,
): Promise<readonly NameEntered[]> => (await registers.load(streamName('register', name))).state;

/** Tags as their registers know them; what means none stays as it was written, for the decision to refuse. */
export const tagsMeant = async (
  registers: RegisterCommands,
  written: readonly string[],
): Promise<readonly string[]> => {
  if (written.every((tag) => TAGS.includes(tag))) return [...new Set(written)];
  const entered = await Promise.all(
    TAG_REGISTERS.map(async (name) => [name, await namesEntered(registers, name)] as const),
  );
  const added = Object.fromEntries(entered);
  return [...new Set(written.map((tag) => tagOf(tag, added)))];
};
