/*
 * The time of a live session is told by the clocks of those who hold it. Where the reader's own clock shows another time, it is
 * written beside it. Without scripts the time and the name of its zone stand alone.
 */
(() => {
  const language = document.documentElement.lang || undefined;
  const spoken = (at, timeZone, parts) => new Intl.DateTimeFormat(language, { timeZone, ...parts }).format(at);
  const clock = { hour: 'numeric', minute: '2-digit' };
  const day = { weekday: 'short', day: 'numeric', month: 'short' };
  for (const time of document.querySelectorAll('time[data-zone]')) {
    const at = new Date(time.dateTime);
    const there = time.dataset.zone;
    if (spoken(at, there, { ...day, ...clock }) === spoken(at, undefined, { ...day, ...clock })) continue;
    const parts = spoken(at, there, day) === spoken(at, undefined, day) ? clock : { ...day, ...clock };
    const here = document.createElement('span');
    here.className = 'gs-soft';
    const words = spoken(at, undefined, { ...parts, timeZoneName: 'short' });
    // As the page writes its own times: 6:00 pm.
    here.textContent = ` (${words.replace(/\b[AP]M\b/, (half) => half.toLowerCase())})`;
    time.append(here);
  }
})();
