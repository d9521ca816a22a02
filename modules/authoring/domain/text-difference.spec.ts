import { textDifference } from './text-difference.js';

const told = (before: string, after: string) =>
  textDifference(before, after).map((line) =>
    line.kind === 'gap'
      ? `… ${line.lines}`
      : line.parts
          .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
          .join(''),
  );

describe('the differences of two texts', () => {
  it('are none where nothing differs', () => {
    expect(told('one\ntwo\n', 'one\ntwo\n')).toEqual([]);
  });

  it('name the words of a changed line and leave the others as they are', () => {
    expect(told('Hope grows slowly here.', 'Hope often grows here.')).toEqual(['Hope [+often ]grows [-slowly ]here.']);
  });

  it('keep lines that moved on apart from lines that came', () => {
    expect(told('a\nb\nc', 'a\nnew\nb\nc')).toEqual(['a', '[+new]', 'b', 'c']);
    expect(told('a\nb\nc', 'a\nc')).toEqual(['a', '[-b]', 'c']);
  });

  it('leave out what is far from any change, and say how much', () => {
    const lines = Array.from({ length: 10 }, (_, at) => `line ${at}`);
    const after = lines.with(9, 'line nine').join('\n');
    expect(told(lines.join('\n'), after)).toEqual(['… 7', 'line 7', 'line 8', 'line [-9][+nine]']);
  });

  it('are found in texts of a thousand lines with nothing in common', () => {
    const text = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join('\n');
    expect(told(text('a'), text('b'))).toHaveLength(3000);
  });
});
