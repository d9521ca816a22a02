import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { contentText } from '../../../test/scenarios/support/sample-scheme.js';
import type { CommandContext } from '../../../src/cli/command.js';
import { schemeCheck } from '../cli/scheme-check.command.js';
import { checkFiles } from './check-files.js';

const contentDir = join(projectRoot, 'content');

describe('scheme check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'schemes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('finds nothing to mend in the content that ships', () => {
    expect(checkFiles(contentDir, [])).toEqual({ checked: 11, faults: [] });
  });

  it('checks a file that nothing publishes yet, by itself', () => {
    const file = written('draft.yaml', contentText('icrc-pr.yaml').replace('id: icrc-pr', 'id: draft'));
    expect(checkFiles(contentDir, [file])).toEqual({ checked: 1, faults: [] });
  });

  it('tells the faults of each file, and a file that is not there', () => {
    const file = written('faulty.yaml', contentText('icrc-pr.yaml').replace('received_hours', 'recieved_hours'));
    const { faults } = checkFiles(contentDir, [file, join(folder, 'none.yaml')]);
    expect(faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '25 schemes.0.supervision.received_hours is missing',
      expect.stringMatching(/^25 "recieved_hours" is not a key of schemes.0.supervision/),
      '0 there is no such file',
    ]);
  });

  it('ends with 1 when there is something to mend', async () => {
    const said: string[] = [];
    const context = { print: (line: string) => said.push(line) } as unknown as CommandContext;
    const file = written('empty.yaml', '');
    expect(await schemeCheck.run(context, [file], {})).toBe(1);
    expect(await schemeCheck.run(context, [], {})).toBe(0);
    expect(said[0]).toMatch(/empty\.yaml:1: /);
  });
});
