/** The answers in a sent form: field `check0` holds the number of the option chosen in the first check, and so on. */
export function chosenIn(sent: Readonly<Record<string, unknown>>): (number | null)[] {
  const chosen: (number | null)[] = [];
  for (let at = 0; at < 50; at += 1) {
    const value = sent[`check${at}`];
    chosen.push(typeof value === 'string' && /^\d{1,2}$/u.test(value) ? Number(value) : null);
  }
  return chosen;
}
