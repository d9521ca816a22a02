import type { Page } from 'playwright-core';

const FAR = 150;

/** What has the focus, as a screen reader would name it: its group, then its label. */
const FOCUSED = `(() => {
  const words = (node) => (node?.textContent ?? '').replace(/\\s+/g, ' ').replace(/ \\(optional\\)/, '').trim();
  const at = document.activeElement;
  const label = words(at.labels?.[0]) || at.getAttribute('aria-label') || words(at);
  const group = at.matches('input') && words(at.closest('fieldset')?.querySelector('legend'));
  return { names: [label, group ? group + ' ' + label : label], kind: at.localName };
})()`;

interface Focused {
  names: string[];
  kind: string;
}

/** Somebody who has no mouse: everything is reached by Tab and done by keys. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on by Tab until the thing of that name has the focus. @throws Error when it cannot be reached so */
  async reach(name: string, kind?: string): Promise<void> {
    const seen = new Set<string>();
    for (let step = 0; step < FAR; step++) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate<Focused>(FOCUSED);
      if (focused.names.includes(name) && (!kind || focused.kind === kind)) return;
      seen.add(focused.names.at(-1) ?? '');
    }
    throw new Error(`Tab never reaches "${name}" on ${this.page.url()}, but: ${[...seen].join(' | ')}`);
  }

  async type(field: string, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.type(text);
  }

  async choose(name: string): Promise<void> {
    await this.reach(name, 'input');
    await this.page.keyboard.press('Space');
  }

  /** Presses a button or a link and waits for the page that follows. */
  async press(name: string, kind?: string): Promise<void> {
    await this.reach(name, kind);
    const answered = this.page.waitForEvent('load');
    await this.page.keyboard.press('Enter');
    await answered;
  }

  async follow(name: string, to: string, kind?: string): Promise<void> {
    await this.press(name, kind);
    await this.page.waitForURL(to);
  }

  /** Takes the first choice of every group of radio buttons on the page. */
  async answerEach(): Promise<void> {
    const groups = await this.page.evaluate<number>(
      `new Set([...document.querySelectorAll('main input[type=radio]')].map(({ name }) => name)).size`,
    );
    const answered = new Set<string>();
    for (let step = 0; step < FAR && answered.size < groups; step++) {
      await this.page.keyboard.press('Tab');
      const name = await this.page.evaluate<string>(
        `document.activeElement.type === 'radio' ? document.activeElement.name : ''`,
      );
      if (name && !answered.has(name)) await this.page.keyboard.press('Space');
      if (name) answered.add(name);
    }
  }
}
