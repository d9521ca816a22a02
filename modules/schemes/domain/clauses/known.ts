/** A value that the code before made sure of. @throws RangeError when it is not there after all */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new RangeError('a value that has to be there is missing');
  return value;
}
