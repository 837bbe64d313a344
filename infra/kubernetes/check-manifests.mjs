// Holds manifests against the Kubernetes API: a list of them as JSON on stdin, the problems of each on stdout. The
// schemas know values and required fields but let unknown ones pass; the types, as a literal has to meet them, do not.
// A process of its own, because jest cannot load packages that are ES modules only.
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import ts from 'typescript';

const options = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  types: [],
};

const manifests = JSON.parse(await text(process.stdin));
const moduleOf = ({ apiVersion }) => `kubernetes-models/${apiVersion}`;

/** Sources that exist in memory only, one for each manifest. */
const sources = new Map(
  manifests.map((manifest, at) => [
    resolve(import.meta.dirname, `manifest-${at}.mts`),
    `import type { I${manifest.kind} } from '${moduleOf(manifest)}';\n` +
      `export const manifest: I${manifest.kind} = ${JSON.stringify(manifest, null, 2)};\n`,
  ]),
);

const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = (file) => sources.has(file) || fileExists(file);
host.readFile = (file) => sources.get(file) ?? readFile(file);
host.getSourceFile = (file, ...rest) =>
  sources.has(file)
    ? ts.createSourceFile(file, sources.get(file), ts.ScriptTarget.ES2023)
    : getSourceFile(file, ...rest);
const program = ts.createProgram([...sources.keys()], options, host);

const againstTypes = (file) =>
  program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));

const againstSchema = async (manifest) => {
  const models = await import(moduleOf(manifest));
  try {
    new models[manifest.kind](manifest).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
};

const files = [...sources.keys()];
const problems = await Promise.all(
  manifests.map(async (manifest, at) => [...againstTypes(files[at]), ...(await againstSchema(manifest))]),
);
process.stdout.write(JSON.stringify(problems));
