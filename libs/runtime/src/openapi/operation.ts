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

/** Whether it is answered from the read models, and waits for what its caller names. */
export const isTagged = ({ method, parameters }: Operation): boolean =>
  method === 'get' && parameters.includes('after');

/** What the program itself lists: it waits for no event. */
const OF_THE_PROGRAM: readonly string[] = [
  'listReports',
  'listTaxonomy',
  'listStates',
  'listMilestoneTemplates',
];

/** Whether its answer has a tag, by which it is not sent again to a caller who has it. */
export const hasTag = (operation: Operation): boolean =>
  isTagged(operation) || OF_THE_PROGRAM.includes(operation.operationId);

/** Every process answers for itself there, and however often it is asked. */
export const isHealth = ({ path }: Pick<Operation, 'path'>): boolean => path.startsWith('/health/');
