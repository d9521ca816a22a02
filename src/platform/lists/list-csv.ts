/** Spreadsheet programs take a mark at the beginning for UTF-8; other readers pass over it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** For csv-stringify: what could be taken for a formula gets an apostrophe before it; reading takes it away again. */
export const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const;
