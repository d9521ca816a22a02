import { listLines } from './list-lines.js';

describe('the lines of a list', () => {
  it.each(['\r\n', '\n', '\r'])('are told apart where lines end in different ways, by %j too', async (ends) => {
    const text = `Name,Day\r\nAna,2026-01-01${ends}"Ben\nOde",2026-01-02\nCy,2026-01-03`;
    const names: (string | undefined)[] = [];
    for await (const { cells } of listLines(text)) names.push(cells[0]);
    expect(names).toEqual(['Name', 'Ana', 'Ben\nOde', 'Cy']);
  });
});
