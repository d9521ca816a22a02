import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentText } from '../../../test/scenarios/support/sample-scheme.js';
import { checkSchemeFile, readSources } from './scheme-content.js';
import { readWording } from './read-wording.js';

interface PlantedFault {
  readonly fault: string;
  readonly file: string;
  /** A part of the file, and what is put in its place. */
  readonly change: string;
  readonly to: string;
  /** A part of the changed file whose line is told; that of the change where nothing is said. */
  readonly line?: string;
  /** What the author is told, after the place where one is named. */
  readonly reason: string;
}

const planted = parse(readFileSync(join(__dirname, 'planted-faults.yaml'), 'utf8')) as PlantedFault[];
const wording = readWording({ file: 'wording.en.yaml', text: contentText('wording.en.yaml') }).wording!;
const sources = readSources({ file: 'sources.yaml', text: contentText('sources.yaml') }).keys;
const faultsOf = (file: string, text: string) => checkSchemeFile({ file, text }, { sources, wording }).faults;
const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length;

/** What a program says to programmers, not to the author of a file. */
const UNPLAIN = /invalid|expected|received|too (small|big)|undefined|zod|regex|NaN/i;

describe('faults planted into the scheme files that ship', () => {
  it('are at least forty, each of another kind', () => {
    expect(planted.length).toBeGreaterThanOrEqual(40);
    expect(new Set(planted.map(({ fault }) => fault)).size).toBe(planted.length);
  });

  it.each(['icrc-pr', 'tx-mhps', 'tx-rsps', 'ca-medi-cal-pss', 'pa-cps', 'ncprss'])(
    'none is in %s as it ships',
    (id) => {
      expect(faultsOf(`${id}.yaml`, contentText(`${id}.yaml`))).toEqual([]);
    },
  );

  it.each(planted.map((one) => [one.fault, one] as const))('%s', (_, { file, change, to, line, reason }) => {
    const text = contentText(file);
    const at = text.indexOf(change);
    expect(at).toBeGreaterThanOrEqual(0);
    const changed = text.slice(0, at) + to + text.slice(at + change.length);
    const expectedLine = lineAt(changed, line === undefined ? at : changed.indexOf(line));

    const faults = faultsOf(file, changed);
    const told = faults.find((one) => one.reason.includes(reason)) ?? faults[0];
    expect(told?.reason).toContain(reason);
    expect({ file: told!.file, line: told!.line }).toEqual({ file, line: expectedLine });
    for (const one of faults) expect(one.reason).not.toMatch(UNPLAIN);
  });
});
