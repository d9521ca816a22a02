/** The most columns that stand side by side on the narrowest phone: a name and two numbers. */
const SIDE_BY_SIDE = 3;

/** Whether a table is but a name and one or two numbers a row, so that it stays a table where others become cards. */
export function fewNumbers(columns: readonly { numeric?: boolean }[] = []): boolean {
  return columns.length > 1 && columns.length <= SIDE_BY_SIDE && columns.slice(1).every(({ numeric }) => numeric);
}
