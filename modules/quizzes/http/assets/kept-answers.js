/*
 * What the server has not acknowledged of a quiz or an exam stays on this device, one entry a question, so that two tabs do not take each
 * other's away. It goes only once the server has it: as an answer, or, after the end, as one that came late.
 */
window.keptAnswers = (address, { answerId }) => {
  const prefix = `exam ${address} `;
  // oxlint-disable-next-line goodstanding/no-machine-time -- the device's own word for when, told to the server as seconds ago
  const now = () => Date.now();

  /** What the server calls a question: an exam by its version, a quiz by its place. */
  const named = (id) => (answerId === 'place' ? { place: Number(id) } : { [answerId]: id });
  const keep = (id, entry) => {
    entry.at ||= now();
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
  const all = () => {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), JSON.parse(localStorage.getItem(key))]);
    } catch {
      return [];
    }
  };

  const secondsSince = (at) => Math.min(604800, Math.max(0, Math.round((now() - (at || now())) / 1000)));

  /**
   * After the end: what is kept here goes to the server, which keeps it apart.
   * @param {string} csrf
   * @param {Iterable<[string, object]>} more what only this page has, where the device keeps nothing
   * @returns {Promise<{ done: boolean, says?: string }>} not done: what the server says of it
   * @throws where it cannot be reached now
   */
  const handOver = async (csrf, more = []) => {
    const entries = [...new Map([...more, ...all()])].filter(([, entry]) => entry);
    if (entries.length === 0) return { done: true };
    const answers = entries.map(([id, { chosen, places, flagged, at }]) => {
      return { ...named(id), chosen, places, flagged, secondsAgo: secondsSince(at) };
    });
    const response = await fetch(`${address}/late-answers`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: csrf, answers: JSON.stringify(answers) }),
      signal: AbortSignal.timeout(20000),
    });
    if (response.status >= 500 || response.status === 429) throw new Error(`${response.status}`);
    const body = await response.json();
    if (!response.ok) return { done: false, says: `${body.title} ${body.next || ''}` };
    for (const [id] of entries) forget(id);
    return { done: true };
  };

  /** @param {[string, object][]} batch answers by question, each on the revision that the page has seen */
  const put = (csrf, batch) => {
    const answers = batch.map(([id, { base, chosen, places, flagged }]) => {
      return { ...named(id), revision: base + 1, chosen, places, flagged };
    });
    return fetch(`${address}/answers`, {
      method: 'PUT',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: csrf, answers: JSON.stringify(answers) }),
      signal: AbortSignal.timeout(20000),
    });
  };

  const inOrder = ({ chosen, places, flagged }) => {
    const parts = [...(chosen || []), ...Object.entries(places || {}).map((pair) => pair.join(' '))];
    return JSON.stringify([parts.sort((one, other) => (one < other ? -1 : 1)), Boolean(flagged)]);
  };
  /** Whether two answers say the same, marks included. */
  const same = (one, other) => inOrder(one) === inOrder(other);

  // Since when nobody was reached, for this tab: it outlives loading the page anew.
  const lostKey = `exam-lost ${address}`;
  let lost = null;
  try {
    lost = Number(sessionStorage.getItem(lostKey)) || null;
  } catch {
    // This page remembers it by itself.
  }
  const setLost = (at) => {
    lost = at;
    try {
      if (at) sessionStorage.setItem(lostKey, String(at));
      else sessionStorage.removeItem(lostKey);
    } catch {
      // As above.
    }
  };

  /**
   * Says that this page is there, and for how long it reached nobody.
   * @returns {Promise<{ state: string, secondsLeft?: number, deadlineAt?: string, givenBack?: number }>} `unknown` where the session ended
   * @throws where the server cannot be reached
   */
  const contact = async (csrf) => {
    const response = await fetch(`${address}/contacts`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: csrf, unreachableSeconds: lost ? Math.max(1, secondsSince(lost)) : 0 }),
      signal: AbortSignal.timeout(20000),
    });
    if (response.status >= 500 || response.status === 429) throw new Error(`${response.status}`);
    if (!response.ok) return { state: 'unknown' };
    setLost(null);
    return response.json();
  };

  return {
    keep,
    forget,
    all,
    same,
    put,
    handOver,
    contact,
    /** Nobody was reached just now. */
    lose: () => lost || setLost(now()),
    isLost: () => lost !== null,
  };
};
