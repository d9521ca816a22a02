/*
 * Saves each answer of an open quiz as it is given. Without this script the page's buttons do the same work.
 * Each answer goes out with the revision the page has seen; the server never lets an older one replace a newer one.
 */
(() => {
  const quiz = document.querySelector('[data-quiz]');
  if (!quiz) return;
  const form = quiz.querySelector('form');
  const status = document.querySelector('[data-saved-status]');
  const timeLeft = document.querySelector('[data-quiz-time]');
  const address = quiz.dataset.quiz;
  /** What the page has in its own language for this script to say. */
  const words = quiz.dataset;
  const endsAt = performance.now() + Number(quiz.dataset.secondsLeft) * 1000;
  const RETRY_MS = 5000;
  const PAUSE_MS = 400;

  /** Sections whose newest answer the server has not acknowledged yet. */
  const unsaved = new Set();
  let sending = false;
  let timer;
  let stopped = false;

  const say = (text) => {
    status.textContent = text;
  };
  const clock = (iso) => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const count = (number) => `${number} ${number === 1 ? words.sayAnswer : words.sayAnswers}`;

  /** The fields of one question as the plain form would send them. */
  const fieldsOf = (section) => {
    const sent = new URLSearchParams({ _csrf: form.elements._csrf.value });
    for (const field of section.querySelectorAll('input, select')) {
      if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) continue;
      sent.append(field.name, field.value);
    }
    return sent;
  };

  const send = async (section) => {
    const response = await fetch(`${address}/answers/${section.dataset.question}`, {
      method: 'PUT',
      headers: { accept: 'application/json' },
      body: fieldsOf(section),
    });
    return { ok: response.ok, status: response.status, body: await response.json() };
  };

  const saveNext = async () => {
    clearTimeout(timer);
    if (sending || stopped) return;
    const [section] = unsaved;
    if (!section) return;
    sending = true;
    unsaved.delete(section);
    let wait = 0;
    try {
      const answer = await send(section);
      if (answer.ok) {
        section.querySelector('input[type=hidden]').value = String(answer.body.revision);
        say(unsaved.size > 0 ? count(unsaved.size) : `${words.saySaved} ${clock(answer.body.savedAt)}`);
      } else if (answer.body.code === 'quizzes.time_is_up' || answer.body.code === 'quizzes.attempt_closed') {
        stopped = true;
        window.location.assign(address);
      } else if (answer.status >= 500 || answer.status === 429) {
        throw new Error(answer.body.title);
      } else {
        say(`${answer.body.title} ${answer.body.next}`);
      }
    } catch {
      // No connection, or a server that is starting again: the answer stays here and is tried again.
      unsaved.add(section);
      say(`${count(unsaved.size)}. ${words.sayTrying}`);
      wait = RETRY_MS;
    } finally {
      sending = false;
    }
    if (unsaved.size > 0) timer = setTimeout(saveNext, wait);
  };

  form.addEventListener('change', (event) => {
    const section = event.target.closest('[data-question]');
    if (!section) return;
    unsaved.add(section);
    say(words.saySaving);
    clearTimeout(timer);
    timer = setTimeout(saveNext, PAUSE_MS);
  });
  form.addEventListener('submit', () => {
    // The whole form goes along, so nothing here is left behind.
    stopped = true;
  });
  window.addEventListener('online', saveNext);
  window.addEventListener('beforeunload', (event) => {
    if (!stopped && (unsaved.size > 0 || sending)) event.preventDefault();
  });

  const tell = () => {
    const seconds = Math.max(0, Math.round((endsAt - performance.now()) / 1000));
    if (seconds === 0 && !stopped) {
      stopped = true;
      window.location.assign(address);
      return;
    }
    const minutes = Math.ceil(seconds / 60);
    const text = `${minutes} ${minutes === 1 ? words.sayMinute : words.sayMinutes}`;
    // Changed only once a minute: a screen reader speaks it each time.
    if (timeLeft.textContent !== text) timeLeft.textContent = text;
    setTimeout(tell, 1000);
  };
  tell();
})();
