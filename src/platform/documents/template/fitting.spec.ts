import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import * as fontkit from 'fontkit';
import { fontFolders } from '../fonts.js';
import { surelyFits, widestGlyph } from './fitting.js';

const latin = fontFolders().filter((folder) => /noto-(sans|serif)[\\/]/.test(folder));

it.each(latin)('no letter is wider than the layout reckons: %s', (folder) => {
  const file = createRequire(import.meta.url).resolve(`${folder}/${fileOf(folder)}`);
  const font = fontkit.create(readFileSync(file));
  const wider = font.characterSet.filter((point) => {
    const reckoned = widestGlyph(String.fromCodePoint(point));
    return Number.isFinite(reckoned) && font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm > reckoned;
  });
  expect(wider.map((point) => String.fromCodePoint(point))).toEqual([]);
});

it('short words fit for certain, long ones and unknown scripts are left to the engine', () => {
  const box = { x: 0, y: 0, w: 60, h: 6 };
  const fits = (v: string) => surelyFits(box, { size: 10 }, [{ t: 'text', v }]);
  expect(fits('October 1, 2026')).toBe(true);
  expect(fits('Peer support for adults in mental health')).toBe(false);
  expect(fits('欧阳')).toBe(false);
  expect(fits('W'.repeat(30))).toBe(false);
});

function fileOf(folder: string): string {
  const [, family = '', style = ''] = /(noto-sans|noto-serif)[\\/](.+)$/.exec(folder) ?? [];
  return `${family === 'noto-sans' ? 'NotoSans' : 'NotoSerif'}_${style}.ttf`;
}
