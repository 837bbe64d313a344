// How our TypeScript becomes JavaScript outside `tsc -b`: one definition for the start hook and for jest, so that
// tests compile what runs. Decorator metadata is what injection and validation live on.
export const swcOptions = (moduleType) => ({
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  inlineSourcesContent: false,
  module: { type: moduleType },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
    keepClassNames: true,
  },
});
