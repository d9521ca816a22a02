/*
 * After the end of a quiz or an exam: what this device could still not deliver is handed over, and kept here until the server has it. Where the
 * rule gives back the time of the interruption, the sitting goes on.
 */
(() => {
  const page = document.querySelector('[data-late-answers]');
  if (!page || !window.keptAnswers) return;
  const address = page.dataset.lateAnswers;
  const csrf = page.querySelector('input[name=_csrf]').value;
  const status = page.querySelector('[data-late-status]');
  const { all, contact, handOver, lose, isLost } = window.keptAnswers(address, page.dataset);
  const RETRY_MS = 4000;

  const deliver = async () => {
    const kept = all().length;
    if (kept === 0 && !isLost()) return;
    try {
      const { state } = await contact(csrf);
      if (state === 'open' || state === 'on_break') {
        window.location.assign(address);
        return;
      }
      const { done, says } = await handOver(csrf);
      if (done && kept > 0) window.location.reload();
      else if (!done) status.textContent = says;
    } catch {
      lose();
      status.textContent = page.dataset.saySending;
      setTimeout(deliver, RETRY_MS);
    }
  };
  void deliver();
})();
