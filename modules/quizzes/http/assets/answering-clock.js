/*
 * The time of a quiz or an exam, by the server: performance.now does not follow the device's clock. Where that one goes on and this one stood
 * still, the device slept, and the server is asked.
 */
window.examClock = (exam, { timeUp, ask }) => {
  const find = (selector) => exam.querySelector(selector);
  const words = exam.dataset;
  const { zone } = exam.dataset;
  const { lang } = document.documentElement;
  const english = /^en\b/.test(lang);
  const SLEPT_MS = 5000;
  const MARKS = [60, 30, 10, 5, 1];

  /** "8:38 am EST": in the zone that the page names, else in the one of the device, and as pages write times. */
  const clock = (iso) =>
    new Intl.DateTimeFormat(english ? 'en-US' : lang, {
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    })
      .format(new Date(iso))
      .replace(/\s?AM\b/, ' am')
      .replace(/\s?PM\b/, ' pm');
  const day = (iso) =>
    new Intl.DateTimeFormat(english ? 'en-GB' : lang, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: zone,
    }).format(new Date(iso));
  const instant = (iso) => `${day(iso)}, ${clock(iso)}`;

  const shown = find('[data-exam-time]');
  const marks = find('[data-exam-marks]');
  const hide = find('[data-exam-hide]');
  // For whoever is read to, the time is told only when they ask.
  const quiet = 'examQuiet' in exam.dataset;
  // oxlint-disable-next-line goodstanding/no-machine-time -- only how far it moves against the other clock
  const ahead = () => Date.now() - performance.now();
  let endsAt;
  let offset;
  let isUp = false;
  let told;

  const anchor = (secondsLeft) => {
    endsAt = performance.now() + Number(secondsLeft) * 1000;
    offset = ahead();
    if (Number(secondsLeft) > 0) isUp = false;
  };
  const hideTime = (hidden) => {
    shown.hidden = hidden;
    hide.setAttribute('aria-pressed', String(hidden));
    hide.textContent = hidden ? words.sayShow : words.sayHide;
  };
  const secondsLeft = () => Math.max(0, Math.round((endsAt - performance.now()) / 1000));
  const tick = () => {
    if (Math.abs(ahead() - offset) > SLEPT_MS) {
      offset = ahead();
      ask();
    }
    const seconds = secondsLeft();
    const minutes = Math.ceil(seconds / 60);
    const text = `${minutes} ${minutes === 1 ? words.sayMinute : words.sayMinutes}`;
    if (shown.textContent !== text) shown.textContent = text;
    if (!quiet && minutes < told && MARKS.includes(minutes)) marks.textContent = `${text}.`;
    told = minutes;
    if (seconds === 0 && !isUp) {
      isUp = true;
      timeUp();
    }
  };

  const tellEnd = (iso) => {
    find('[data-exam-end-at]').textContent = instant(iso);
  };

  anchor(exam.dataset.secondsLeft);
  // Where nobody knows the zone but the device, the end waits for this script.
  const end = find('[data-exam-until]');
  if (end) {
    tellEnd(exam.dataset.deadlineAt);
    end.hidden = false;
  }
  told = Math.ceil(Number(exam.dataset.secondsLeft) / 60);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ask());
  hide.hidden = false;
  hideTime(quiet);
  hide.addEventListener('click', () => hideTime(!shown.hidden));

  return {
    clock,
    instant,
    isUp: () => isUp,
    start: () => {
      tick();
      setInterval(tick, 1000);
    },
    /** The server says how it stands. */
    set: ({ secondsLeft: seconds, deadlineAt }) => {
      if (typeof seconds !== 'number' || !deadlineAt) return;
      anchor(seconds);
      tellEnd(deadlineAt);
    },
  };
};
