/** By name of the file in src/generated, its text. */
export const generated: (document: object) => Readonly<Record<string, string>>;
