import type { Page } from 'playwright-core';
import { translationsTo } from '../../src/platform/translation/translations.js';
import { expectNoSidewaysScrolling } from './browser.js';

/** English that a Spanish wording stands for. What is the same in both languages, and what holds an expression, tells nothing. */
const english = [...translationsTo('es').catalogues.values()]
  .flatMap(({ words, content, views }) =>
    [words, content, ...Object.values(views)].flatMap((texts) => Object.entries(texts)),
  )
  .filter(([text, wording]) => text !== wording && !text.includes('{'))
  .map(([text]) => text);

/** The texts that a page shows as Spanish ones: not those that say of themselves that they are in another language. */
const SPANISH_TEXTS = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (around.closest('title, script, style, code, noscript') || around.closest('[lang]').lang !== 'es') continue;
    const text = node.textContent.replace(/\\s+/g, ' ').trim();
    if (text) texts.push(text);
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [alt]'))
    if (one.closest('[lang]').lang === 'es') texts.push(...['aria-label', 'placeholder', 'alt'].map((name) => one.getAttribute(name)).filter(Boolean));
  return texts;
})()`;
/** Words of English that Spanish does not have. */
const ENGLISH_WORDS =
  /\b(the|and|you|your|with|from|this|what|not|have|has|been|was|were|will|can|of|to|is|are|for|by|at|it|or|more|still|needed|hours?|days?|months?|years?)\b/i;

/** What people of the tests wrote, which nobody translates, and sources that say of themselves that they are in English. */
const LEFT_AS_IT_IS = /^As discussed by letter\.$|^Peer support for adults$|, en inglés\)$/;

/** The page is Spanish as a whole, but for what says of itself that it is not, and fits its screen. */
export async function expectSpanish(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  const texts = await page.evaluate<string[]>(SPANISH_TEXTS);
  expect(texts.length).toBeGreaterThan(15);
  const left = texts.filter(
    (text) => !LEFT_AS_IT_IS.test(text) && (english.includes(text) || ENGLISH_WORDS.test(text)),
  );
  expect({ at: new URL(page.url()).pathname, left }).toEqual({ at: new URL(page.url()).pathname, left: [] });
  await expectNoSidewaysScrolling(page);
}
