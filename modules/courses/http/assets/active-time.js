/*
 * Tells the server that somebody is at work in this lesson, in a course that counts by measured time. It tells nothing of what
 * they do: only "still here". In another tab, or after a minute and a half without a touch, key or scroll, it is silent.
 */
(() => {
  const lesson = document.querySelector('[data-signs-of-work]');
  const token = document.querySelector('input[name="_csrf"]');
  if (!lesson || !token) return;
  const every = Number(lesson.dataset.every) * 1000;
  const QUIET_MS = 90_000;
  let lastTouch = performance.now();
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'])
    addEventListener(
      kind,
      () => {
        lastTouch = performance.now();
      },
      { passive: true },
    );

  const tell = () => {
    if (document.hidden || performance.now() - lastTouch > QUIET_MS) return;
    fetch(lesson.dataset.signsOfWork, {
      method: 'PUT',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: token.value }),
    }).catch(() => undefined); // Offline: the next sign finds its own way, and nothing is claimed for the gap.
  };
  tell();
  setInterval(tell, every);
})();
