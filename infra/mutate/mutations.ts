/** The small changes to a source that a test should notice: operators, constants, guards, roles. Types are left alone. */
import ts from 'typescript';

export interface Mutation {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

/** From 1, both included. */
export type Lines = readonly [first: number, last: number];

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
]);
/** Added to `roles` where it is not: who may not send something is a promise too. */
const ROLES = ['IMPL', 'AUDITOR'];

export const mutationsOf = (source: string, lines: Lines = [1, Number.MAX_SAFE_INTEGER]): Mutation[] => {
  const file = ts.createSourceFile('mutated.ts', source, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];

  const change = (node: ts.Node, to: string): void => {
    const start = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    if (line < lines[0] || line > lines[1]) return;
    found.push({ line, start, end: node.getEnd(), from: node.getText(file), to });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const flipped = OPERATORS.get(node.operatorToken.kind);
      if (flipped !== undefined) change(node.operatorToken, flipped);
    } else if (ts.isIfStatement(node)) guard(node.expression, change);
    else if (ts.isConditionalExpression(node)) guard(node.condition, change);
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      change(node, node.operand.getText(file));
    else if (ts.isNumericLiteral(node)) change(node, String(Number(node.text.replaceAll('_', '')) + 1));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true');
    else if (ts.isStringLiteral(node) && isValue(node)) change(node, `'mutated'`);
    else if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'roles')
      roles(node.initializer, change);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

type ChangeTo = (node: ts.Node, to: string) => void;

const guard = (condition: ts.Expression, change: ChangeTo): void => {
  change(condition, 'true');
  change(condition, 'false');
};

const roles = (list: ts.Expression, change: ChangeTo): void => {
  if (!ts.isArrayLiteralExpression(list)) return;
  const text = list.getText();
  const other = ROLES.find((role) => !text.includes(`'${role}'`));
  if (other !== undefined) change(list, `${text.slice(0, -1)}, '${other}']`);
};

/** A constant, and not the name of a member. */
const isValue = (text: ts.StringLiteral): boolean =>
  !(ts.isPropertyAssignment(text.parent) && text.parent.name === text);

export const mutated = (source: string, { start, end, to }: Mutation): string =>
  source.slice(0, start) + to + source.slice(end);
