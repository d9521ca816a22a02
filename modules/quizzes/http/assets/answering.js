/*
 * Saves each answer of an open quiz or exam as it is given. Without this script, or the two beside it, the page's buttons do the same work:
 * they go only once it runs.
 * An answer that the server has not acknowledged stays on this device, for this attempt only, and goes once it has.
 * Each goes out with the revision the page has seen; the server never lets an older one replace a newer one.
 */
(() => {
  const exam = document.querySelector('[data-exam]');
  if (!exam || !window.keptAnswers || !window.examClock) return;
  const find = (selector) => document.querySelector(selector);
  const address = exam.dataset.exam;
  const form = find('[data-exam-form]');
  const status = find('[data-saved-status]');
  const sections = new Map([...exam.querySelectorAll('[data-question]')].map((one) => [one.dataset.question, one]));
  const csrf = form.querySelector('input[name=_csrf]').value;
  const device = window.keptAnswers(address, exam.dataset);
  const { keep, forget, same, put, handOver, contact, lose, isLost } = device;
  const [PAUSE_MS, RETRY_MS, GRACE_MS, BEAT_MS, MOST] = [300, 4000, 11000, 30000, 60];

  /**
   * By question: what the server has not acknowledged yet, the revision it was given on, when, whether it went out, and what went
   * out before it without a receipt, since that may be what the server holds now.
   */
  const unsaved = new Map();
  let sending = false;
  let over = false;
  let ending = false;
  let leaving = false;
  let timer;

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  /** What this script says stands in the page, in the page's language. */
  const words = exam.dataset;
  const count = () => `${unsaved.size} ${unsaved.size === 1 ? words.sayAnswer : words.sayAnswers}`;
  const withCount = (text) => (unsaved.size > 0 ? `${count()}. ${text}` : text);
  const minutes = (number) => `${number} ${number === 1 ? words.sayOneMinute : words.sayManyMinutes}`;
  const clock = window.examClock(exam, { timeUp: () => timeUp(), ask: () => void beat() });

  const revisionField = (section) => section.querySelector('input[type=hidden]');
  const seen = (section) => Number(revisionField(section).value);

  /** `q3.<key>`: the place of an option. */
  const keyOf = ({ name }) => name.slice(name.indexOf('.') + 1);
  const read = (section) => {
    const flag = section.querySelector('[data-flag]');
    const flagged = flag ? flag.checked : undefined;
    const selects = [...section.querySelectorAll('select')];
    if (selects.length > 0) {
      const placed = selects.filter((one) => one.value !== '').map((one) => [keyOf(one), Number(one.value)]);
      return { places: Object.fromEntries(placed), flagged };
    }
    const chosen = [...section.querySelectorAll('input:checked:not([data-flag])')].map((one) => one.value);
    return { chosen, flagged };
  };
  const show = (section, { chosen, places, flagged }) => {
    for (const one of section.querySelectorAll('select')) one.value = String((places || {})[keyOf(one)] || '');
    for (const one of section.querySelectorAll('input[name^=q]')) one.checked = (chosen || []).includes(one.value);
    for (const one of section.querySelectorAll('[data-flag]')) one.checked = Boolean(flagged);
  };
  /** Where the page lists its questions. */
  const mark = () => {
    if (!find('[data-exam-jump]')) return;
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

  const give = (id, section) => {
    const before = unsaved.get(id);
    const tried = [...((before && before.tried) || []), ...(before && before.went ? [contentOf(before)] : [])];
    const entry = { ...read(section), base: seen(section), tried };
    unsaved.set(id, entry);
    keep(id, entry);
    return entry;
  };

  const wentBefore = ({ tried }, there) => (tried || []).some((one) => same(one, there));

  const settle = ([id, sent], { state, revision, answer, flagged, savedAt }) => {
    const section = sections.get(id);
    const now = unsaved.get(id);
    revisionField(section).value = String(revision);
    if (state === 'older' && now && wentBefore(now, { ...answer, flagged })) {
      // The newer one there is this device's own, whose receipt was lost on the way: what was given after it follows.
      Object.assign(now, { base: revision, tried: [] });
      keep(id, now);
      return '';
    }
    if (state === 'older') {
      unsaved.delete(id);
      forget(id);
      show(section, { ...answer, flagged });
      mark();
      return words.sayNewer.replace('%1', section.dataset.place).replace('%2', clock.clock(savedAt));
    }
    if (now === sent) {
      unsaved.delete(id);
      forget(id);
    } else if (now) {
      // Changed while it was on its way: what is new follows on the revision that is there now.
      Object.assign(now, { base: revision, tried: [] });
      keep(id, now);
    }
    return '';
  };

  /** The server says how the sitting stands; time that it gave back is told. */
  const stand = (told) => {
    if (told.state !== 'on_break') clock.set(told);
    if (told.secondsLeft > 0) lock(false);
    if (!told.givenBack) return;
    const [given, end] = [minutes(told.givenBack), clock.instant(told.deadlineAt)];
    find('[data-exam-note]').textContent = words.sayGivenBack.replace('%1', given).replace('%2', end);
  };

  /** @returns whether the server can be reached */
  const beat = async () => {
    if (over || ending) return true;
    try {
      stand(await contact(csrf));
      if (unsaved.size > 0) void send();
      return true;
    } catch {
      lose();
      return false;
    }
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || over || unsaved.size === 0) return;
    sending = true;
    const batch = [...unsaved].slice(0, MOST);
    let wait = 0;
    try {
      // The word about the interruption goes first: what it gives back lets the answers arrive in time.
      if (isLost()) stand(await contact(csrf));
      for (const [id, entry] of batch) {
        entry.went = true;
        keep(id, entry);
      }
      const response = await put(csrf, batch);
      const body = await response.json();
      if (response.ok) {
        const newer = body.answers.map((one, at) => settle(batch[at], one)).filter(Boolean);
        const last = body.answers.reduce((latest, { savedAt }) => (savedAt > latest ? savedAt : latest), '');
        stand(body);
        say(newer.join(' ') || (unsaved.size > 0 ? count() : `${words.saySaved} ${clock.clock(last)}`));
      } else if (/\.(time_is_up|sitting_over|attempt_closed)$/.test(body.code)) {
        void end();
      } else if (response.status === 401 || body.code === 'http.form_token') {
        say(withCount(words.saySession));
        wait = RETRY_MS * 4;
      } else if (response.status >= 500 || response.status === 429) {
        throw new Error(body.title);
      } else {
        say(`${body.title} ${body.next}`);
        wait = RETRY_MS * 4;
      }
    } catch {
      // No connection, or a server that is starting again: the answers stay on this device and are tried again.
      lose();
      say(withCount(clock.isUp() ? words.sayEndedOffline : words.sayTrying));
      wait = RETRY_MS;
    } finally {
      sending = false;
    }
    if (unsaved.size > 0) timer = setTimeout(send, wait);
  };

  const lock = (locked) => {
    for (const one of form.querySelectorAll('fieldset, [data-flag]')) one.disabled = locked;
  };

  /** By the clock of this page. What is on its way still arrives within the grace, also after a connection that was away. */
  const timeUp = () => {
    lock(true);
    void send();
    setTimeout(end, GRACE_MS);
  };

  /**
   * The sitting is over, as far as this page knows. The server is asked first: it may have given time back. What could not be
   * delivered is handed over as late, and stays on this device until the server has it; then the page tells how it ended.
   */
  const end = async () => {
    if (ending || over) return;
    ending = true;
    try {
      const told = await contact(csrf);
      if (told.state === 'open') {
        ending = false;
        stand(told);
        if (told.secondsLeft > 0) void send();
        else setTimeout(end, RETRY_MS);
        return;
      }
      lock(true);
      const { done, says } =
        told.state === 'over' ? await handOver(csrf, unsaved) : { done: told.state === 'on_break' };
      if (done) {
        over = true;
        window.location.assign(address);
        return;
      }
      say(withCount(says || words.saySession));
    } catch {
      lose();
      say(withCount(words.sayEndedOffline));
    }
    ending = false;
    setTimeout(end, RETRY_MS);
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
  window.addEventListener('online', () => void beat());
  window.addEventListener('offline', lose);
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  window.addEventListener('beforeunload', (event) => {
    if (!over && unsaved.size > 0) event.preventDefault();
  });
  form.addEventListener('submit', async (event) => {
    const pressed = event.submitter;
    if (leaving) return;
    event.preventDefault();
    const { examThen, sayWait } = pressed ? pressed.dataset : {};
    if (!examThen) return void send();
    await send();
    if (unsaved.size > 0) return say(withCount(sayWait));
    // Nobody leaves this page for one that cannot be reached.
    if (!(await beat())) return say(words.sayNoConnection);
    if (examThen === 'look-over') return window.location.assign(`${address}/submission`);
    // Everything is saved: only the press goes along.
    leaving = true;
    for (const field of form.querySelectorAll('[data-question] input, [data-question] select')) field.disabled = true;
    form.requestSubmit(pressed);
  });

  // What an earlier load of this page could not save.
  let newerElsewhere = 0;
  for (const [id, entry] of device.all()) {
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
  // What was chosen before this script came.
  const touched = ({ options, selectedIndex, type, checked, defaultChecked }) => {
    if (!options) return type !== 'hidden' && checked !== defaultChecked;
    const before = [...options].findIndex((one) => one.defaultSelected);
    return selectedIndex !== Math.max(0, before);
  };
  for (const [id, section] of sections) {
    if (!unsaved.has(id) && [...section.querySelectorAll('input, select')].some(touched)) give(id, section);
  }
  if (newerElsewhere > 0) say(words.sayElsewhere);
  if (unsaved.size > 0) {
    say(count());
    void send();
  }
  mark();

  clock.start();
  setInterval(beat, BEAT_MS);
  void beat();
  // From here on it does what the buttons did.
  exam.classList.add('is-saving-itself');
})();
