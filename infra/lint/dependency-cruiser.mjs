// Which file may import which: no circle of files anywhere, types included, and the floors inside of reporting.
import { join } from 'node:path';

/** Lowest first. */
const FLOORS = ['answers', 'visibility', 'read-models', 'views', 'reports', 'pages'];
const floorsUp = FLOORS.slice(0, -1).map((floor, n) => ({
  name: `${floor}-of-reporting-import-no-floor-above`,
  severity: 'error',
  from: { path: `^libs/reporting/src/${floor}/`, pathNot: String.raw`\.spec\.ts$` },
  to: { path: `^libs/reporting/src/(${FLOORS.slice(n + 1).join('|')})/` },
}));

/** Of the console, lowest first; those of one row know nothing of each other's pages. */
const CONSOLE_FLOORS = ['generated|words', 'addresses|server', 'checks', 'parts', 'forms', 'pages'];
const consoleUp = CONSOLE_FLOORS.slice(0, -1).map((floor, n) => ({
  name: `${floor.replace('|', '-and-')}-of-the-console-import-no-floor-above`,
  severity: 'error',
  from: { path: `^apps/console/src/(${floor})/` },
  to: { path: `^apps/console/src/(${CONSOLE_FLOORS.slice(n + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circle-of-files',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...floorsUp,
    ...consoleUp,
    {
      name: 'a-page-of-the-console-imports-no-other',
      severity: 'error',
      from: { path: '^apps/console/src/pages/([^/]+)/' },
      to: { path: '^apps/console/src/pages/', pathNot: '^apps/console/src/pages/$1/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(import.meta.dirname, '../../tsconfig.base.json') },
    exclude: { path: '(^|/)(node_modules|dist)/|^apps/bench/peers/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@pledgeline/source', 'import', 'node', 'default'],
    },
  },
};
