// The rules that the compiler cannot hold: who may import whom, what the domain may touch, how large a file may grow.
// The rooms and floors themselves are in infra/lint/.
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { boundaries } from './infra/lint/boundaries.mjs';
import { imports } from './infra/lint/imports.mjs';
import { style } from './infra/lint/style.mjs';

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'apps/bench/peers/', '.nx/', 'coverage/', '.ci/out/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { URL: 'readonly', console: 'readonly', fetch: 'readonly', process: 'readonly' },
    },
  },
  ...style,
  ...imports,
  ...boundaries,
);
