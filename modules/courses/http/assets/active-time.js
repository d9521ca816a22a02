/*
 * Tells the server how long somebody was at work in this lesson, in a course that counts by measured time: seconds since it last
 * told, and nothing of what they do. In another tab, or after a minute and a half without a touch, key or scroll, no time passes.
 * What could not be told for want of a connection is told when it is back; the server holds every claim against its own clock.
 */
(() => {
  const lesson = document.querySelector('[data-signs-of-work]');
  const token = document.querySelector('input[name="_csrf"]');
  if (!lesson || !token) return;
  const every = Number(lesson.dataset.every) * 1000;
  const TICK_MS = 1000;
  const QUIET_MS = 90_000;
  let lastTouch = performance.now();
  let lastTick = performance.now();
  let lastTold = performance.now();
  let untold = 0;
  let telling = false;

  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'])
    addEventListener(
      kind,
      () => {
        lastTouch = performance.now();
      },
      { passive: true },
    );

  const tell = async () => {
    if (telling) return;
    telling = true;
    lastTold = performance.now();
    const sent = Math.floor(untold / 1000);
    try {
      const answer = await fetch(lesson.dataset.signsOfWork, {
        method: 'PUT',
        keepalive: true, // also on the way to another page
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ _csrf: token.value, seconds: String(sent) }),
      });
      // An answer that is no success will not become one by asking again; no answer at all is asked for again.
      if (answer.status < 500) untold -= sent * 1000;
    } catch {
      // Without a connection it stays untold.
    } finally {
      telling = false;
    }
  };

  const tick = () => {
    const now = performance.now();
    // A device that slept ticks late: what passed meanwhile was not spent here.
    const passed = Math.min(now - lastTick, 2 * TICK_MS);
    lastTick = now;
    if (!document.hidden && now - lastTouch <= QUIET_MS) untold += passed;
    if (untold >= TICK_MS && now - lastTold >= every) void tell();
  };

  addEventListener('online', () => void tell());
  addEventListener('pagehide', () => void tell());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void tell();
  });
  setInterval(tick, TICK_MS);
  void tell(); // From here on the server's clock can be held against what follows.
})();
