/** Says on stderr what is being measured: a benchmark of minutes must not look like one that hangs. */
export interface Progress {
  step(what: string): void;
  done(): void;
}

export const progressOn = (stream: NodeJS.WriteStream): Progress => ({
  step: (what) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${what}`);
    else stream.write(`${what}\n`);
  },
  done: () => {
    if (stream.isTTY) stream.write('\r\u001b[K');
  },
});
