// Holds manifests against the Kubernetes API: a list of them as JSON on stdin, the problems of each on stdout. The
// schemas know values and required fields but let unknown ones pass; the types, as a literal has to meet them, do not.
// A process of its own, because jest cannot load packages that are ES modules only.
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import * as apps from 'kubernetes-models/apps/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
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

/** Sources that exist in memory only, one for each manifest. */
const sources = new Map(
  manifests.map((manifest, at) => [
    resolve(import.meta.dirname, `manifest-${at}.mts`),
    `import type { I${manifest.kind} } from 'kubernetes-models/${manifest.apiVersion}';\n` +
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

const models = { v1: core, 'apps/v1': apps, 'networking.k8s.io/v1': networking, 'policy/v1': policy };

const againstSchema = (manifest) => {
  try {
    new models[manifest.apiVersion][manifest.kind](manifest).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
};

const files = [...sources.keys()];
const problems = manifests.map((manifest, at) => [...againstTypes(files[at]), ...againstSchema(manifest)]);
process.stdout.write(JSON.stringify(problems));
