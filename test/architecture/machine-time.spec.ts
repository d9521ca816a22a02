import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the linter says about one line of code. */
function lint(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'goodstanding-lint-'));
  try {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, `${code}\n`);
    const words = ['node_modules/oxlint/bin/oxlint', '-c', join(process.cwd(), '.oxlintrc.json'), file];
    return spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the rule that time is passed in', () => {
  it.each(['export const a = new Date();', 'export const a = Date.now();', 'export const a = Temporal.Now.instant();'])(
    'stops %s',
    (code) => {
      expect(lint(code)).toContain('asks the machine for the time');
    },
  );

  it('lets a date of a given time be', () => {
    expect(lint('export const a = new Date(0);')).not.toContain('asks the machine');
  });
});
