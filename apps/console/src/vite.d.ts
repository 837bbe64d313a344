/** What the build makes of an import that is no module. */
declare module '*.css';
