/*
 * Says before it is sent that a file is larger than can be taken, so that nothing typed beside it is lost on the way.
 * Without this script the server says so, on a page of its own.
 */
(() => {
  const place = document.querySelector('[data-most-bytes]');
  const file = place?.querySelector('input[type="file"]');
  if (!file) return;
  const most = Number(place.dataset.mostBytes);

  const look = () => {
    const size = file.files[0]?.size ?? 0;
    file.setCustomValidity(size > most ? place.dataset.sayTooLarge : '');
    return file.reportValidity();
  };

  file.addEventListener('change', look);
  file.form.addEventListener('submit', (event) => {
    if (!look()) event.preventDefault();
  });
})();
