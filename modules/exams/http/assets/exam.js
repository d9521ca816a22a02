/*
 * Saves each answer of an open exam as it is given. Without this script the page's buttons do the same work.
 * An answer that the server has not acknowledged stays on this device, for this sitting only, and goes once it has.
 * Each goes out with the revision the page has seen; the server never lets an older one replace a newer one.
 */
(() => {
  const exam = document.querySelector('[data-exam]');
  if (!exam) return;
  const find = (selector) => document.querySelector(selector);
  const address = exam.dataset.exam;
  const status = find('[data-saved-status]');
  const sections = new Map([...exam.querySelectorAll('[data-question]')].map((one) => [one.dataset.question, one]));
  const csrf = exam.querySelector('input[name=_csrf]').value;
  const prefix = `exam ${address} `;
  const [PAUSE_MS, RETRY_MS, GRACE_MS, MOST] = [300, 4000, 11000, 60];

  /**
   * By question: what the server has not acknowledged yet, the revision it was given on, whether it went out, and what went
   * out before it without a receipt, since that may be what the server holds now.
   */
  const unsaved = new Map();
  let sending = false;
  let over = false;
  let timer;

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const clock = (iso) => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  /** What this script says stands in the page, in the page's language. */
  const words = exam.dataset;
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  const count = () => counted(unsaved.size, words.sayAnswer, words.sayAnswers);

  // The device keeps what is not saved, one entry a question, so that two tabs do not take each other's away.
  const keep = (id, entry) => {
    try {
      localStorage.setItem(prefix + id, JSON.stringify(entry));
    } catch {
      // No room, or not allowed: the answer stays in this page until it is saved.
    }
  };
  const forget = (id) => {
    try {
      localStorage.removeItem(prefix + id);
    } catch {
      // Nothing was kept, then.
    }
  };
  const kept = () => {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), JSON.parse(localStorage.getItem(key))]);
    } catch {
      return [];
    }
  };

  const revisionField = (section) => section.querySelector('input[type=hidden]');
  const seen = (section) => Number(revisionField(section).value);

  const read = (section) => {
    const flagged = section.querySelector('[data-flag]').checked;
    const selects = [...section.querySelectorAll('select')];
    if (selects.length > 0) {
      const placed = selects.filter((one) => one.value !== '').map((one) => [one.dataset.key, Number(one.value)]);
      return { places: Object.fromEntries(placed), flagged };
    }
    const chosen = [...section.querySelectorAll('input:checked:not([data-flag])')].map((one) => one.value);
    return { chosen, flagged };
  };
  const show = (section, { chosen, places, flagged }) => {
    for (const one of section.querySelectorAll('select')) one.value = String((places || {})[one.dataset.key] || '');
    for (const one of section.querySelectorAll('input[name^=q]')) one.checked = (chosen || []).includes(one.value);
    section.querySelector('[data-flag]').checked = Boolean(flagged);
  };
  const mark = () => {
    let answered = 0;
    for (const section of sections.values()) {
      const { chosen, places, flagged } = read(section);
      const done = (chosen || Object.keys(places)).length > 0;
      if (done) answered += 1;
      const link = find(`[data-exam-jump] a[href="#question-${section.dataset.place}"]`);
      link.classList.toggle('is-done', done);
      link.textContent = section.dataset.place + (flagged ? ' ⚑' : '');
    }
    find('[data-exam-count]').textContent = words.sayAnswered.replace('%1', answered).replace('%2', sections.size);
  };

  const contentOf = ({ chosen, places, flagged }) => ({ chosen, places, flagged });
  const inOrder = ({ chosen, places, flagged }) => {
    const parts = [...(chosen || []), ...Object.entries(places || {}).map((pair) => pair.join(' '))];
    return JSON.stringify([parts.sort((one, other) => (one < other ? -1 : 1)), Boolean(flagged)]);
  };
  const same = (one, other) => inOrder(one) === inOrder(other);

  const give = (id, section) => {
    const before = unsaved.get(id);
    const tried = [...((before && before.tried) || []), ...(before && before.went ? [contentOf(before)] : [])];
    const entry = { ...read(section), base: seen(section), tried };
    unsaved.set(id, entry);
    keep(id, entry);
    return entry;
  };

  const wentBefore = ({ tried }, there) => (tried || []).some((one) => same(one, there));

  const settle = ({ versionId, state, revision, answer, flagged, savedAt }, sent) => {
    const section = sections.get(versionId);
    const now = unsaved.get(versionId);
    revisionField(section).value = String(revision);
    if (state === 'older' && now && wentBefore(now, { ...answer, flagged })) {
      // The newer one there is this device's own, whose receipt was lost on the way: what was given after it follows.
      Object.assign(now, { base: revision, tried: [] });
      keep(versionId, now);
      return '';
    }
    if (state === 'older') {
      unsaved.delete(versionId);
      forget(versionId);
      show(section, { ...answer, flagged });
      mark();
      return words.sayNewer.replace('%1', section.dataset.place).replace('%2', clock(savedAt));
    }
    if (now === sent) {
      unsaved.delete(versionId);
      forget(versionId);
    } else if (now) {
      // Changed while it was on its way: what is new follows on the revision that is there now.
      Object.assign(now, { base: revision, tried: [] });
      keep(versionId, now);
    }
    return '';
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || over || unsaved.size === 0) return;
    sending = true;
    const batch = [...unsaved].slice(0, MOST);
    for (const [id, entry] of batch) {
      entry.went = true;
      keep(id, entry);
    }
    let wait = 0;
    try {
      const response = await fetch(`${address}/answers`, {
        method: 'PUT',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({
          _csrf: csrf,
          answers: JSON.stringify(
            batch.map(([versionId, entry]) => ({ versionId, revision: entry.base + 1, ...contentOf(entry) })),
          ),
        }),
      });
      const body = await response.json();
      if (response.ok) {
        const newer = body.answers.map((one, at) => settle(one, batch[at][1])).filter(Boolean);
        const last = body.answers
          .map(({ savedAt }) => savedAt)
          .sort()
          .at(-1);
        say(newer.join(' ') || (unsaved.size > 0 ? count() : `${words.saySaved} ${clock(last)}`));
      } else if (body.code === 'exams.time_is_up' || body.code === 'exams.sitting_over') {
        for (const [id] of kept()) forget(id);
        over = true;
        void leave();
      } else if (response.status === 401 || body.code === 'http.form_token') {
        say(`${count()}. ${words.saySession}`);
        wait = RETRY_MS * 4;
      } else if (response.status >= 500 || response.status === 429) {
        throw new Error(body.title);
      } else {
        say(`${body.title} ${body.next}`);
        wait = RETRY_MS * 4;
      }
    } catch {
      // No connection, or a server that is starting again: the answers stay on this device and are tried again.
      say(`${count()}. ${words.sayTrying}`);
      wait = RETRY_MS;
    } finally {
      sending = false;
    }
    if (unsaved.size > 0) timer = setTimeout(send, wait);
  };

  /** To how it ended, once the server can be reached: the browser's own page would take this one's place, and its line to call. */
  const leave = async () => {
    try {
      await fetch(find('link[rel=icon]').href, { method: 'HEAD', cache: 'no-store' });
      window.location.assign(address);
    } catch {
      say(words.sayEndedOffline);
      setTimeout(leave, RETRY_MS);
    }
  };

  exam.addEventListener('change', (event) => {
    const section = event.target.closest('[data-question]');
    if (!section) return;
    give(section.dataset.question, section);
    mark();
    say(words.saySaving);
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE_MS);
  });
  window.addEventListener('online', send);
  window.addEventListener('beforeunload', (event) => {
    if (!over && unsaved.size > 0) event.preventDefault();
  });
  find('[data-exam-end]').addEventListener('click', async (event) => {
    if (unsaved.size === 0) return;
    event.preventDefault();
    await send();
    if (unsaved.size === 0) window.location.assign(event.target.href);
    else say(`${count()}. ${words.sayWaitEnd}`);
  });
  find('[data-exam-break]')?.addEventListener('submit', async (event) => {
    if (unsaved.size === 0) return;
    event.preventDefault();
    const form = event.target;
    await send();
    if (unsaved.size === 0) form.submit();
    else say(`${count()}. ${words.sayWaitBreak}`);
  });

  // What an earlier load of this page could not save.
  let newerElsewhere = 0;
  for (const [id, entry] of kept()) {
    const section = sections.get(id);
    if (!section || !entry) {
      forget(id);
      continue;
    }
    const there = read(section);
    if (entry.base < seen(section) && wentBefore(entry, there))
      Object.assign(entry, { base: seen(section), tried: [] });
    if (entry.base < seen(section)) {
      forget(id);
      if (!same(entry, there)) newerElsewhere += 1;
      continue;
    }
    show(section, entry);
    unsaved.set(id, entry);
  }
  if (newerElsewhere > 0) say(words.sayElsewhere);
  if (unsaved.size > 0) {
    say(count());
    void send();
  }
  mark();

  // The time runs by the server: performance.now does not follow the device's clock.
  const endsAt = performance.now() + Number(exam.dataset.secondsLeft) * 1000;
  const shown = find('[data-exam-time]');
  const marks = find('[data-exam-marks]');
  const hide = find('[data-exam-hide]');
  const MARKS = [60, 30, 10, 5, 1];
  let told = Math.ceil(Number(exam.dataset.secondsLeft) / 60);
  // For whoever is read to, the time is told only when they ask.
  const quiet = 'examQuiet' in exam.dataset;
  const hideTime = (hidden) => {
    shown.hidden = hidden;
    hide.setAttribute('aria-pressed', String(hidden));
    hide.textContent = hidden ? words.sayShow : words.sayHide;
  };
  hide.hidden = false;
  hideTime(quiet);
  hide.addEventListener('click', () => hideTime(!shown.hidden));
  const tick = () => {
    const seconds = Math.max(0, Math.round((endsAt - performance.now()) / 1000));
    const minutes = Math.ceil(seconds / 60);
    const text = counted(minutes, words.sayMinute, words.sayMinutes);
    if (shown.textContent !== text) shown.textContent = text;
    if (!quiet && minutes < told && MARKS.includes(minutes)) marks.textContent = `${text}.`;
    told = minutes;
    if (seconds === 0 && !over) {
      // What is on its way still arrives within the grace, also after a connection that was away; then the page tells how it ended.
      void send();
      setTimeout(() => {
        over = true;
        void leave();
      }, GRACE_MS);
      return;
    }
    setTimeout(tick, 1000);
  };
  tick();
})();
