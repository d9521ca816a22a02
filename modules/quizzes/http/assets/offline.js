/*
 * While there is no connection, pages around a quiz or an exam stay where they are: a link or button that needs the server would put the
 * browser's own page in their place, and with it the questions and the line to call would be gone. The line itself needs no server.
 */
(() => {
  const note = document.querySelector('[data-exam-offline]');
  if (!note) return;
  const show = (offline) => {
    note.hidden = !offline;
  };
  const stay = (event) => {
    event.preventDefault();
    show(true);
    note.focus();
  };
  const leadsAway = ({ protocol, pathname, hash }) =>
    protocol.startsWith('http') && !(hash && pathname === window.location.pathname);

  window.addEventListener('offline', () => show(true));
  window.addEventListener('online', () => show(false));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!navigator.onLine && link && leadsAway(link)) stay(event);
  });
  document.addEventListener('submit', (event) => {
    if (!navigator.onLine) stay(event);
  });
  show(!navigator.onLine);
})();
