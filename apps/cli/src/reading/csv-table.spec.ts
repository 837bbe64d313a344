import { readFileOf } from './testing/reading.ts';

const HEADER = 'memberState,quantity,description\n';
const rowsOf = async (text: string | Buffer) => (await readFileOf(text)).rows;
const codes = async (text: string | Buffer) => (await rowsOf(text)).map(({ fault }) => fault?.code);

describe('rows', () => {
  it('a character cut by the edge of a chunk arrives whole', async () => {
    const long = 'é'.repeat(70_000);
    const [row] = await rowsOf(`${HEADER}1,2,x${long}\n`);
    expect(row!.cell('description')).toBe(`x${long}`);
  });

  it.each(['\n', '\r\n', '\r'])('lines are counted as an editor shows them (%j)', async (end) => {
    const file = [HEADER.trim(), '1,2,3', '3,4,"x', 'y', 'z"', '', ',,', '4,5,6'].join(end);
    expect((await rowsOf(file)).map(({ line }) => line)).toEqual([2, 3, 8]);
  });

  it('line endings of several kinds in one file all end a line', async () => {
    const file = 'memberState,quantity,description\r\n1,2,3\n4,5,6\r7,8,9';
    expect((await rowsOf(file)).map(({ cells }) => cells.join(''))).toEqual(['123', '456', '789']);
  });

  it('blanks around a cell are no part of it', async () => {
    const [row] = await rowsOf(`${HEADER} Togo , "1"," a, b "\n`);
    expect(['memberState', 'quantity', 'description'].map((name) => row!.cell(name))).toEqual([
      'Togo',
      '1',
      'a, b',
    ]);
  });
});

describe('rows at fault', () => {
  it('a row with too few or too many columns is one fault, and its neighbours are read', async () => {
    const rows = await rowsOf(`${HEADER}1\n2,3,4\n4,5,6,7\n1,2,3,\n`);
    expect(rows.map(({ fault }) => fault?.code)).toEqual([
      'COLUMN_COUNT',
      undefined,
      'COLUMN_COUNT',
      undefined,
    ]);
    expect(rows[0]!.fault!.reason).toBe('1 columns instead of 3');
  });

  it('columns at the end that may be left out may be missing', async () => {
    expect(await codes('memberState,quantity,description,source\n1,2,3\n')).toEqual([undefined]);
  });

  it('a cell in a column without a name is a fault', async () => {
    expect(await codes('memberState,,quantity,description\n1,,2,3\n1,x,2,3\n')).toEqual([
      undefined,
      'COLUMN_UNNAMED',
    ]);
  });

  it('a stray quote is text', async () => {
    const rows = await rowsOf(`${HEADER}1,2,5" gun\n2,3,"a"b\n3,4,5\n`);
    expect(rows.map((row) => row.cell('description'))).toEqual(['5" gun', '"a"b', '5']);
  });

  it('rows swallowed by a quote are told', async () => {
    const [row] = await rowsOf(`${HEADER}1,2,"x\n2,y",z\n`);
    expect(row!.fault!.reason).toContain('lines 2 to 3 were read as one row');
  });

  it('a quote that never closes ends the file at its line, after the rows before it', async () => {
    const { rows, count } = await readFileOf(`${HEADER}1,2,3\n3,4,"4\n5,6,7\n`);
    expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, 'QUOTE_NEVER_CLOSED']);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(count).toBe(2);
  });

  it('a quote that never closes does not fill the memory', async () => {
    expect(await codes(`${HEADER}1,2,"3\n${'x'.repeat(40 * 65_536)}`)).toEqual(['QUOTE_NEVER_CLOSED']);
  });

  it('a row that is broken among many that are UTF-8 is refused instead of mangled', async () => {
    const good = Buffer.from(`${HEADER}Türkiye,1,für fünf Übungen\n`);
    const rows = await rowsOf(Buffer.concat([good, Buffer.from('X,1,C\u00F4te\n', 'latin1')]));
    expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, 'NOT_UTF8']);
  });
});
