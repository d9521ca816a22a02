import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { FAMILIES, familiesFor, regularFile } from './fonts.js';

it('text that is given to the Latin families alone is in both of them', () => {
  const latin = FAMILIES.slice(0, 2).map(
    (family) => new Set(fontkit.create(readFileSync(regularFile(family))).characterSet),
  );
  const alone = Array.from({ length: 0x10000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .filter((point) => familiesFor('sans', 'en', String.fromCodePoint(point)).length === 2)
    .filter((point) => !/\s/.test(String.fromCodePoint(point)));
  expect(alone.length).toBeGreaterThan(300);
  expect(alone.filter((point) => !latin.every((family) => family.has(point)))).toEqual([]);
});

it('Han characters take the shapes of the language of the text', () => {
  const order = (language: string) => familiesFor('serif', language, '欧').filter((name) => /SC|Korean/.test(name));
  expect(order('zh-Hans')).toEqual(['Noto Sans SC', 'Noto Sans Korean']);
  expect(order('ko')).toEqual(['Noto Sans Korean', 'Noto Sans SC']);
});
