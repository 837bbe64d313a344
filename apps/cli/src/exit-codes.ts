/** What a script learns from the exit code. Printed by `--help`; numbers never change their meaning. */
export const EXIT = {
  ok: 0,
  rowsLeftOut: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  differs: 5,
  broken: 70,
  interrupted: 130,
} as const;

export const EXIT_HELP = `Exit codes:
  0    all went well
  1    import: some rows were rejected, or differ from what is already there
  2    wrong usage: an argument, a file that cannot be read, columns that do not fit
  3    the server cannot be reached, or stopped answering
  4    the server refused
  5    audit: something differs from what was signed
  70   an error of this program
  130  interrupted`;

/** An end that was foreseen: one line for people, one number for scripts, no stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
