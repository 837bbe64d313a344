/** Who may use what, from the declarations of the slices: for docs/access.md, and for the tests that try each cell. */
import { mayRead, ROLES } from '@pledgeline/contracts';
import type { AccessRule, Caller, Role } from '@pledgeline/contracts';
import { isOfEveryService } from '../merged-openapi.ts';
import type { OpenApiDocument } from '../merged-openapi.ts';
import { standaloneSlices } from '../slices.ts';

export interface OperationAccess {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Undefined where nobody has declared one: nobody may then use it. */
  readonly rule: AccessRule | undefined;
}

/** Without those of every service, which are for everybody. */
export const operationsOf = ({ paths }: OpenApiDocument): readonly OperationAccess[] =>
  Object.entries(paths)
    .filter(([path]) => !isOfEveryService(path))
    .flatMap(([path, item]) =>
      (['GET', 'POST'] as const).flatMap((method) => {
        const found = item[method.toLowerCase()] as { readonly operationId: string } | undefined;
        if (found === undefined) return [];
        const operation = found.operationId;
        const rule = standaloneSlices.map(({ access }) => access[operation]).find((one) => one !== undefined);
        return [{ operation, method, path, rule }];
      }),
    );

/** By hand or by a policy: jobs alone act as SYSTEM. */
const people = ROLES.filter((role) => role !== 'SYSTEM');

const HOW_FAR = { OWN: 'own', OWN_ROWS: 'own', AUDIENCE: 'yes', SAME: 'yes' } as const;

const cell = (role: Role, rule: AccessRule | undefined): string => {
  if (!rule?.roles.includes(role)) return rule?.recordedBy?.includes(role) === true ? 'others' : '';
  const findsItsOwn = role === 'IMPL' && rule.reach === 'OWN_ROWS';
  return role === 'MS' || role === 'PARTNER' || findsItsOwn ? HOW_FAR[rule.reach] : 'yes';
};

/** As Prettier writes it, so that the page is formatted as it is made. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]?.length ?? 0), 3));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n');
};

const operations = (list: readonly OperationAccess[]): string =>
  table(
    ['operation', 'address', ...people],
    list.map(({ operation, method, path, rule }) => [
      operation,
      `\`${method} ${path}\``,
      ...people.map((role) => cell(role, rule)),
    ]),
  );

const VISIBILITIES = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const;

/** Who reads an event of each visibility: of a pledge that the caller's state carries, and of another. */
const visibilities = (): string => {
  const reads = (role: Role, states: readonly string[]) =>
    VISIBILITIES.map((visibility) => (mayRead(callerOf(role), visibility, states) ? 'yes' : ''));
  return table(
    ['role', ...VISIBILITIES.map((one) => `${one}, own`), ...VISIBILITIES.map((one) => `${one}, other`)],
    people.map((role) => [role, ...reads(role, ['RWA']), ...reads(role, [])]),
  );
};

const callerOf = (role: Role): Caller => ({ subject: 'somebody', role, state: 'RWA' });

/** The page docs/access.md, made by `npm run access`. */
export const accessPage = (document: OpenApiDocument): string => {
  const list = operationsOf(document);
  return `# Who may do what

Made from the declarations in \`libs/{intake,verification,reporting}/src/access.ts\` (commands of a pledge: \`libs/pledge/src/chapters.ts\`) by \`npm run access\`; a test fails when it is not what it would be now, and another tries every cell on a running server.

An empty cell is refused before the body is looked at: 401 for callers who have not signed in, 403 for all others. So is a question that not everybody may ask of an open operation: a report that is not public, a filter, an order or a facet by what the caller does not read. The 401 says how to sign in, the 403 names the roles that may. An operation without a declaration is refused to all. \`own\`: a member state acts for itself alone, and a partner for its state or, where it speaks for none, for bodies that are no state; or it finds its own rows alone. \`others\`: an officer records what a state or body did by a paper, and names both in \`onBehalfOf\`; so may those who send it themselves, of DESK, SFGC, FGS and PD. Otherwise role and state come from the sign-in, never from the body; the command's own rules (status, second person, lead and partners) come on top.

## Commands

${operations(list.filter(({ method }) => method === 'POST'))}

## Queries

${operations(list.filter(({ method }) => method === 'GET'))}

## What an answer may hold

What is not for a reader is absent from histories, pages, lists, counts, reports, problems and topics alike, in every past too. \`own\`: of a pledge that the caller's state carries, where the contract of the event shares it with the state.

${visibilities()}
`;
};
