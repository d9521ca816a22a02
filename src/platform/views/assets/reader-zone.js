// Tells the pages to come in which time zone this device is, so that times on them are the reader's. Nothing else is read of it.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const secure = location.protocol === 'https:' ? '; secure' : '';
if (timeZone) document.cookie = `zone=${encodeURIComponent(timeZone)}; path=/; max-age=31536000; samesite=lax${secure}`;
