/**
 * A page that asks again by itself: every fifteen seconds, while it is in view, the parts marked `data-fresh` become what the server says
 * now. Only what differs is put in, and nothing that holds the focus or a selection. It stops asking when nobody touched the page for half
 * an hour, so that a page left alone does not keep its session alive; the link marked `data-fresh-from` always works, without this script
 * too. A part that comes back with `data-fresh-tell` is told to who does not see it.
 */
(() => {
  const EVERY_MS = 15_000;
  const QUIET_MS = 30 * 60_000;
  const from = document.querySelector('[data-fresh-from]')?.href;
  const parts = () => document.querySelectorAll('[data-fresh]');
  let touchedAt = performance.now();

  const isHeld = (node) => {
    const selection = document.getSelection();
    const isSelected = selection && !selection.isCollapsed && selection.containsNode(node, true);
    return isSelected || node.contains(document.activeElement);
  };
  const ownText = (node) =>
    [...node.childNodes].map(({ nodeType, data }) => (nodeType === 3 ? data.trim() : '')).join('|');
  const isAlike = (old, fresh) =>
    old.children.length > 0 &&
    old.children.length === fresh.children.length &&
    old.cloneNode(false).isEqualNode(fresh.cloneNode(false)) &&
    ownText(old) === ownText(fresh);
  const freshen = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (isAlike(old, fresh)) [...old.children].forEach((child, at) => freshen(child, fresh.children[at]));
    else if (!isHeld(old)) old.replaceWith(document.importNode(fresh, true));
  };
  const tell = (words) => {
    const told = document.querySelector('[data-fresh-told]');
    if (told && words && told.textContent !== words) told.textContent = words;
  };
  const ask = async () => {
    if (document.visibilityState !== 'visible' || performance.now() - touchedAt > QUIET_MS) return;
    try {
      const answer = await fetch(from, { headers: { accept: 'text/html' } });
      // Signed out, or gone: the page says so when somebody opens it again.
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of parts()) {
        const fresh = page.querySelector(
          `[data-fresh-as="${part.dataset.fresh}"], [data-fresh="${part.dataset.fresh}"]`,
        );
        if (!fresh) continue;
        freshen(part, fresh);
        tell(fresh.dataset.freshTell);
      }
    } catch {
      // No connection: the next time perhaps.
    }
  };
  for (const touch of ['pointerdown', 'keydown', 'scroll']) {
    addEventListener(touch, () => (touchedAt = performance.now()), { passive: true });
  }
  document.addEventListener('visibilitychange', ask);
  const every = setInterval(() => (parts().length > 0 ? ask() : clearInterval(every)), EVERY_MS);
})();
