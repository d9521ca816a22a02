import { readListText } from '../../../src/platform/lists/list-text.js';
import { readRosterList } from './roster-list.js';

const number = 'GS-2222-2222-2222-2';
const readNumber = (typed: string) => (typed === number ? typed : null);
const read = (text: string) => readRosterList(text, readNumber);
const messages = (text: string) => read(text).problems.map(({ line, column }) => `${line} ${column}`);

describe('an uploaded list', () => {
  it('is read with commas, semicolons or tabs, and with columns in any order', () => {
    const expected = [{ line: 2, name: 'Ana Núñez', number, from: '2026-01-01', until: null }];
    expect(read(`Name,Credential number,From,Until\nAna Núñez,${number},2026-01-01,`).people).toEqual(expected);
    expect(read(`name;from;credential number\r\nAna Núñez;2026-01-01;${number}\r\n`).people).toEqual(expected);
    expect(read(`From\tName\tCredential number\n2026-01-01\tAna Núñez\t${number}`).people).toEqual(expected);
  });

  it('is read line by line, however each line ends', () => {
    for (const ends of ['\r\n', '\n', '\r']) {
      const list = read(
        `Name,From,Notes\r\nAna Ruiz,2026-01-01,x${ends}Ben Ode,2026-01-01,"of\ntwo lines"\nCy Dahl,2026-01-01,z`,
      );
      expect(list.people.map(({ line, name }) => `${line} ${name}`)).toEqual(['2 Ana Ruiz', '4 Ben Ode', '5 Cy Dahl']);
    }
  });

  it('keeps a name on one line, in one spelling and never turned around, and takes nothing unseen for one', () => {
    const list = read(
      `Name,From\n"Robin\u202e\nOde",2026-01-01\nNguyễn,2026-01-01\n${'Nguyễn'.normalize('NFD')},2026-01-01\n\u200d,2026-01-01`,
    );
    expect(list.people.map(({ name }) => name)).toEqual(['Robin Ode', 'Nguyễn']);
    expect(list.repeats).toHaveLength(1);
    expect(list.problems.map(({ column }) => column)).toEqual(['Name']);
  });

  it('tells every line that needs attention with its column', () => {
    const text = [
      'Name,Credential number,From,Until',
      `,${number},2026-01-01,`,
      'Ben Ode,GS-2222-2222-2222-3,2026-01-01,',
      'Cy Dahl,,01/02/2026,',
      'Di Ek,,2026-02-30,',
      'Ed Fox,,2026-02-01,2026-01-01',
      'Fi Gray,,2026-02-01,soon',
    ].join('\n');
    expect(messages(text)).toEqual(['2 Name', '3 Credential number', '4 From', '5 From', '6 Until', '7 Until']);
  });

  it('without the needed columns, without people or with an open quotation mark is told as a whole', () => {
    for (const text of ['', 'Ana,2026-01-01', 'Name,Until\nAna,', 'Name,From\n', 'Name,From\n"Ana,2026-01-01']) {
      expect(read(text).people).toEqual([]);
      expect(read(text).problems).toHaveLength(1);
    }
  });

  it('tells repeats, which change nothing, and contradictions, which must be settled', () => {
    const text = `Name,Credential number,From,Until
Ana Ruiz,${number},2026-01-01,
Ana Ruiz,${number},2026-01-01,
Ana Ruiz,${number},2026-01-01,2026-05-01
ana ruiz,,2026-01-01,
Ana Ruiz,${number},2026-06-01,`;
    const list = read(text);
    expect(list.repeats).toEqual([{ line: 3, of: 2 }]);
    expect(list.problems.map(({ line }) => line)).toEqual([4]);
    expect(list.people.map(({ line }) => line)).toEqual([2, 5, 6]);
  });

  it('takes formulas as plain text, and takes away the apostrophe that the export adds', () => {
    const text = `Name,From\n"'=HYPERLINK(""http://evil.example"")",2026-01-01\n'@Ana,2026-01-01\n=1+1,2026-01-01\nO'Neil,2026-01-01`;
    expect(read(text).people.map(({ name }) => name)).toEqual([
      '=HYPERLINK("http://evil.example")',
      '@Ana',
      '=1+1',
      "O'Neil",
    ]);
  });

  it('may be the export itself, with its line of when it was made', () => {
    const text = `As of 21 November 2026\nName,Credential number,From,Until,Standing\nAna Ruiz,${number},2026-01-01,,active`;
    expect(read(text)).toMatchObject({ people: [{ line: 3, name: 'Ana Ruiz' }], problems: [] });
  });

  it('keeps a name with a comma or a line break in quotation marks together, on one line', () => {
    expect(read(`Name,From\n"Ruiz, Ana",2026-01-01\n"Ana\nRuiz",2026-01-01`).people.map(({ name }) => name)).toEqual([
      'Ruiz, Ana',
      'Ana Ruiz',
    ]);
  });
});

describe('the bytes of an uploaded list', () => {
  const text = 'Name,From\nStéphane Löwe – “Ana”,2026-01-01';

  it('are UTF-8, with or without a mark at the beginning', () => {
    expect(readListText(Buffer.from(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(readListText(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
  });

  it('are UTF-16 in both orders', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(readListText(little)).toEqual({ text, encoding: 'UTF-16' });
    expect(readListText(Buffer.from(little).swap16())).toEqual({ text, encoding: 'UTF-16' });
  });

  it('of Windows-1252 keep every letter: "Stéphane" never becomes "St"', () => {
    const bytes = Buffer.from([...'Name,From\nSt'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x70, 0x96, 0x93));
    expect(readListText(bytes)).toEqual({ text: 'Name,From\nStép–“', encoding: 'Windows-1252' });
  });

  it('of a workbook or a picture are no list', () => {
    expect(readListText(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toBeNull();
    expect(readListText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBeNull();
    expect(readListText(Buffer.from([0xff, 0xfe, 0x41]))).toBeNull();
  });
});
