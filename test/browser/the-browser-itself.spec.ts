import { statSync } from 'node:fs';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';

const page = (body: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="en"><title>A page</title><main>${body}</main>`)}`;

describeInBrowser('the browser that tests look through', (browser) => {
  it('finds a picture without words, and names it', async () => {
    const tab = await browser.page();
    await tab.goto(page('<h1>Hours</h1>'));
    await expectAccessible(tab);
    await tab.goto(page('<h1>Hours</h1><img src="data:,">'));
    await expect(expectAccessible(tab)).rejects.toThrow(/image-alt.*\n?.*<img/s);
  });

  it('finds a table that a telephone would have to scroll sideways', async () => {
    const tab = await browser.page({ screen: 'phone' });
    const meta = '<meta name="viewport" content="width=device-width, initial-scale=1">';
    await tab.goto(page(`${meta}<p>Short</p>`));
    await expectNoSidewaysScrolling(tab);
    await tab.goto(page(`${meta}<div style="width: 500px">Wide</div>`));
    await expect(expectNoSidewaysScrolling(tab)).rejects.toThrow();
  });

  it('draws letters of the scripts that names are written in', async () => {
    const tab = await browser.page();
    const widthOf = async (text: string) => {
      await tab.goto(page(`<span>${text}</span>`));
      return (await tab.locator('span').boundingBox())?.width ?? 0;
    };
    expect(await widthOf('Nguyễn Thị')).toBeGreaterThan(40);
    process.env.SCREENSHOTS = '1';
    expect(statSync((await screenshot(tab, 'the browser itself'))!).size).toBeGreaterThan(500);
  });

  it('shows a page as it is without scripts', async () => {
    const tab = await browser.page({ javaScript: false });
    await tab.goto(page('<p>before</p><script>document.querySelector("p").textContent = "after"</script>'));
    expect(await tab.locator('p').textContent()).toBe('before');
  });
});
