import fc from 'fast-check';
import { createLogger } from './logging.ts';

/** The lines of a log to which this was written. */
const logged = (message: string, fields: object): readonly string[] => {
  const written: string[] = [];
  createLogger('info', 'test', { write: (line) => written.push(line) }).info(fields, message);
  return written;
};

it('whoever follows the log sees one line of JSON, with nothing in it that a terminal obeys', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u001B[2J', '\u009B31m', '\u202Ecod.exe', '\u2028', '\n{"forged":true}', '\u200B'),
  );
  fc.assert(
    fc.property(hostile, hostile, (subject, message) => {
      const [line = '', ...others] = logged(message, { subject, path: `/${subject}` });
      expect(others).toEqual([]);
      expect(line.endsWith('\n')).toBe(true);
      expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(line)).toMatchObject(
        JSON.parse(JSON.stringify({ subject, path: `/${subject}`, msg: message })) as object,
      );
    }),
  );
});
