/**
 * What the streams beside a pledge (which has its table) ask of every command before anything else: who may send it, and
 * that it is not of tomorrow.
 */
import type { Command } from '@pledgeline/event-sourcing';
import { forbiddenTo } from './people.ts';
import { mustHaveCome } from './today.ts';

/** @throws {Rejected} FORBIDDEN, DATE_IN_FUTURE or DATE_TOO_EARLY. */
export const mustBeSentBy = ({ type, meta }: Command, allowed: readonly string[]): void => {
  mustHaveRole(meta.role, type, allowed);
  if (meta.occurredOn !== null) mustHaveCome('occurredOn', meta.occurredOn, meta.now);
};

/** @throws {Rejected} FORBIDDEN */
export const mustHaveRole = (role: string, act: string, allowed: readonly string[]): void => {
  if (allowed.includes(role)) return;
  throw forbiddenTo(`${role} may not send ${act}`, allowed);
};

export const impossible = (command: never): never => {
  throw new Error(`no decision for ${JSON.stringify(command)}`);
};
