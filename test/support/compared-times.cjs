// A date or an instant of Temporal has no fields that `toEqual` could look at: without this, jest takes any two of them for equal.

/** `Temporal.Instant` and the like; any other value under the name that JavaScript has for it. */
const kindOf = (value) => Object.prototype.toString.call(value).slice('[object '.length, -1);

/** Whether two times say the same; undefined where they are no times of one kind, which jest then compares as ever. */
function saySame(one, other) {
  const kind = kindOf(one);
  return kind.startsWith('Temporal.') && kindOf(other) === kind ? String(one) === String(other) : undefined;
}

expect.addEqualityTesters([saySame]);
