import { Readable } from 'node:stream';
import { checkColumns, readTable, type Row } from './csv-rows.ts';

const read = async (...chunks: readonly (string | Buffer)[]): Promise<readonly Row[]> => {
  const table = await readTable(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
  const rows: Row[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
};
const linesOf = (rows: readonly Row[]): readonly number[] => rows.map(({ line }) => line);
const faultsOf = (rows: readonly Row[]): readonly (string | undefined)[] =>
  rows.map(({ fault }) => fault?.code);

describe('rows', () => {
  it('cells are found by the name of their column, trimmed', async () => {
    const [row] = await read('a,b\n1, two \n');
    expect(row!.cell('b')).toBe('two');
    expect(row!.cells).toEqual(['1', ' two ']);
  });

  it('a byte order mark and CRLF are no part of the data', async () => {
    const [row] = await read('\uFEFFa,b\r\n1,2\r\n');
    expect([row!.cell('a'), row!.cell('b')]).toEqual(['1', '2']);
  });

  it('a character cut by the edge of a chunk arrives whole', async () => {
    const bytes = Buffer.from('a,b\n1,Côte\n');
    const cut = bytes.indexOf(0xb4);
    const [row] = await read(bytes.subarray(0, cut), bytes.subarray(cut));
    expect(row!.cell('b')).toBe('Côte');
  });

  it('UTF-16 with its mark is read', async () => {
    const [row] = await read(Buffer.from('\uFEFFa,b\r\n1,Türkiye\r\n', 'utf16le'));
    expect(row!.cell('b')).toBe('Türkiye');
  });

  it.each(['\n', '\r\n'])('lines are counted as an editor shows them (%j)', async (end) => {
    const file = ['a,b', '1,2', '3,"x', 'y', 'z"', '', ',', '4,5'].join(end);
    expect(linesOf(await read(file))).toEqual([2, 3, 8]);
  });

  it('bytes grow to the size of the file', async () => {
    const file = 'a,b\n1,é\n3,4\n';
    expect((await read(file)).at(-1)!.bytes).toBe(Buffer.byteLength(file));
  });
});

describe('rows at fault', () => {
  it('a row with too few or too many columns is one fault, and its neighbours are read', async () => {
    const rows = await read('a,b\n1\n2,3\n4,5,6\n');
    expect(faultsOf(rows)).toEqual(['COLUMN_COUNT', undefined, 'COLUMN_COUNT']);
    expect(rows[0]!.fault!.reason).toBe('1 columns instead of 2');
  });

  it('a stray quote is text', async () => {
    const rows = await read('a,b\n1,5" gun\n2,"a"b\n3,4\n');
    expect(rows.map((row) => row.cell('b'))).toEqual(['5" gun', '"a"b', '4']);
  });

  it('rows swallowed by a quote are told', async () => {
    const [row] = await read('a,b\n1,"x\n2,y",z\n');
    expect(row!.fault!.reason).toContain('lines 2 to 3 were read as one row');
  });

  it('a quote that never closes ends the file at its line, after the rows before it', async () => {
    const rows = await read('a,b\n1,2\n3,"4\n5,6\n');
    expect(faultsOf(rows)).toEqual([undefined, 'QUOTE_NEVER_CLOSED']);
    expect(linesOf(rows)).toEqual([2, 3]);
  });

  it('a quote that never closes does not fill the memory', async () => {
    const rows = await read('a,b\n1,"2\n', ...Array.from({ length: 40 }, () => 'x'.repeat(65_536)));
    expect(faultsOf(rows)).toEqual(['QUOTE_NEVER_CLOSED']);
  });

  it('text that is not UTF-8 is refused instead of mangled', async () => {
    const rows = await read(Buffer.from('a,b\n1,C\u00F4te\n', 'latin1'));
    expect(rows[0]!.fault).toMatchObject({ field: 'b', code: 'NOT_UTF8' });
  });
});

describe('the header', () => {
  const columns = { required: ['a', 'b'], optional: ['c'] };

  it.each([[['a', 'b']], [['b', 'a']], [['a', 'c', 'b']]])('%j fits', (header) => {
    expect(() => checkColumns(header, columns)).not.toThrow();
  });

  it('missing, unknown and repeated columns are all named', () => {
    expect(() => checkColumns(['a', 'a', 'd', ''], columns)).toThrow(
      /missing: b; unknown: d, \(blank\); twice: a/,
    );
  });

  it.each([
    ['a;b;c\n1;2;3\n', 'semicolons'],
    ['sep=;\na;b\n', 'semicolons'],
    ['a\tb\n1\t2\n', 'tabs'],
  ])('%j is told its separator and how to save it', async (file, separator) => {
    const { header } = await readTable(Readable.from([Buffer.from(file)]));
    expect(() => checkColumns(header, columns)).toThrow(
      `the columns are separated by ${separator}: save the file as CSV with commas, in UTF-8`,
    );
  });

  it('an empty file has none', async () => {
    await expect(read('')).rejects.toThrow('the file is empty');
  });
});
