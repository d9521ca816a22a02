/*
 * Shows the preview and the checks of a text while somebody types: the same page that the button "Preview" asks the server for,
 * of which only the part that is shown takes the place of the old one. Without this script the button does the same.
 */
(() => {
  const place = document.querySelector('[data-live-preview]');
  const shown = document.querySelector('[data-live-preview-shown]');
  const status = document.querySelector('[data-live-preview-status]');
  const form = place?.querySelector('form');
  if (!form || !shown) return;
  const PAUSE_MS = 700;
  let timer;
  let asked = 0;

  const say = (text) => {
    status.textContent = text;
  };

  const show = async () => {
    const number = ++asked;
    const sent = new URLSearchParams(new FormData(form));
    // The one-use name of the form belongs to saving.
    sent.delete('_form');
    try {
      const response = await fetch(place.dataset.livePreview, { method: 'POST', body: sent });
      // What was asked for later is shown, whichever comes first.
      if (number !== asked) return;
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.querySelector('[data-live-preview-shown]');
      if (!fresh) throw new Error('no preview');
      shown.replaceChildren(...fresh.childNodes);
      say('The preview shows what you typed.');
    } catch {
      if (number === asked) say('The preview is not up to date. Use the button “Preview”.');
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS);
  });
})();
