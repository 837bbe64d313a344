// Lints made-up sources with the real configuration: `[{ file, text }]` as JSON on stdin, the broken rules of each on
// stdout. A process of its own, because jest cannot load an ESM configuration. Rules that need types are off: the
// files do not exist, so no program knows them.
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Without a project graph the boundary rule passes everything in silence, so it is made first.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: true });

const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

const lint = async ({ file, text: source }) => {
  const [result] = await eslint.lintText(source, { filePath: file });
  const errors = result.messages.filter(({ severity }) => severity === 2);
  return errors.map(({ ruleId, message }) => ({ rule: ruleId ?? 'fatal', message }));
};

const answers = [];
for (const source of JSON.parse(await text(process.stdin))) answers.push(await lint(source));
process.stdout.write(JSON.stringify(answers));
