/** As much of an operation of an API document as decides what else is said of it. */
import { commandRoutes } from '@pledgeline/contracts';

export interface Operation {
  readonly operationId: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Names of what its path and its query take. */
  readonly parameters: readonly string[];
  readonly hasBody: boolean;
}

const commands: ReadonlySet<string> = new Set(commandRoutes.map(({ command }) => command));

/** Whether it changes something of the domain, and so knows revisions, keys and the order of acts. */
export const isCommand = ({ operationId }: Operation): boolean => commands.has(operationId);

/** Whether it may make what it answers with: a command whose address names nothing that is there already. */
export const creates = (operation: Operation): boolean =>
  isCommand(operation) && !operation.path.includes('{');

/** Whether it is answered from the read models: with a tag, and not again to a caller who has the answer already. */
export const isTagged = ({ method, parameters }: Operation): boolean =>
  method === 'get' && parameters.includes('after');

/** Every process answers for itself there, and however often it is asked. */
export const isHealth = ({ path }: Pick<Operation, 'path'>): boolean => path.startsWith('/health/');
