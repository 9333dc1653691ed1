import { expect, test } from 'vitest';
import { packOfCards } from '../../src/exchange/pack-of-cards.ts';
import { readAnki } from '../../src/exchange/read-anki.ts';
import { readCsv } from '../../src/exchange/read-csv.ts';

const HEAD = 'question,a,b,key,sources,kind,type';
const leftOf = (text: string, read: typeof readCsv) => {
  const rows = read(text);
  return rows.ok ? packOfCards({ id: 'x', title: 'X' }, rows.value, []).left : rows.problem;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['no question',          ',one,two,A,RFC 1 §1,,',             'it has no question'],
  ['no key',               'Which?,one,two,,RFC 1 §1,,',        'it has no key'],
  ['no source',            'Which?,one,two,A,,,',               'it has no source'],
  ['no such option',       'Which?,one,two,D,RFC 1 §1,,',       'there is no such option'],
  ['a key that is none',   'Which?,one,two,three,RFC 1 §1,,',   '`three` is neither'],
  ['a gap',                'Which?,,two,B,RFC 1 §1,,',          'an option is left out'],
  ['two right for one',    'Which?,one,two,A B,RFC 1 §1,single-choice,', 'has one right option'],
  ['part of an order',     'Which?,one,two,B,RFC 1 §1,order,',  'names every option once'],
  ['free text',            'Who?,,,The registry does,RFC 1 §1,,', 'free text'],
  ['no such kind',         'Who?,,,5,RFC 1 §1,typd,',           'is no kind; it is typed'],
  ['no such type',         'Who?,,,5,RFC 1 §1,typed,colour',    'is no type'],
  ['a key of another type', 'Who?,,,many,RFC 1 §1,typed,count', 'its key is no count'],
])('a row with %s is left out, with its line', (_, row, why) => {
  const left = leftOf(`${HEAD}\nWhich?,one,two,B,RFC 1 §1,,\n"On\ntwo lines?",one,two,B,RFC 1 §1,,\n${row}\n`, readCsv);
  expect(left).toEqual([{ line: 5, message: expect.stringContaining(why) }]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a column that is not known', 'question,key,sorces\n',            1, 'did you mean `sources`'],
  ['a column that is needed',    'question,sources\n',               1, 'there is no column `key`'],
  ['a column twice',             'question,key,key\n',               1, 'stands twice'],
  ['a quotation mark open',      'question,key\nWho?,"5\n\n',        3, 'cannot be read as a table'],
])('a table with %s is refused', (_, text, line, why) => {
  expect(leftOf(text, readCsv)).toEqual([{ line, message: expect.stringContaining(why) }]);
});

test('semicolons and tabs part cells too, and looks say what a key is', () => {
  for (const sign of [',', ';', '\t']) {
    const rows = readCsv(
      `\ufeffQuestion${sign}Key${sign}Sources\r\nWhere?${sign}192.0.2.1${sign}RFC 5737 §3\r\nIs it so?${sign}TRUE${sign}RFC 1 §1\r\n`,
    );
    const made = packOfCards({ id: 'x', title: 'X' }, rows.ok ? rows.value : [], []);
    expect(made.left).toEqual([]);
    expect(made.text).toContain('type: address');
    expect(made.text).toContain('kind: true-false');
  }
});

test("Anki's own forms are read: html, quoted fields, separators, a guid, and free text is told", () => {
  const text =
    '#separator:semicolon\n#html:true\n#guid column:1\n#tags column:4\nabc;"<div>Where is it?</div>";192.0.2.1<br>As said.<br>Source: RFC 5737 §3;dns more\nabd;What?;It&nbsp;is <b>so</b>;\n';
  const rows = readAnki(text);
  const made = packOfCards({ id: 'x', title: 'X' }, rows.ok ? rows.value : [], []);
  expect(made.text).toContain('stem: Where is it?');
  expect(made.text).toContain('value: 192.0.2.1');
  expect(made.left.map(({ line }) => line)).toEqual([6, 6]);
  expect(made.left.map(({ message }) => message).join()).toMatch(/no source.*free text/);
});
