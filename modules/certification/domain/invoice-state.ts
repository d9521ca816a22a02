export const INVOICE_STATES = ['open', 'paid', 'waived', 'cancelled'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_MOVES = ['pay', 'waive', 'cancel'] as const;
export type InvoiceMove = (typeof INVOICE_MOVES)[number];

/** Every move an invoice may make; the same table is in the database (`invoice_move`). */
export const invoiceMoves: Record<InvoiceMove, Partial<Record<InvoiceState, InvoiceState>>> = {
  pay: { open: 'paid' },
  waive: { open: 'waived' },
  cancel: { open: 'cancelled' },
};

/** The state after a move, or null where the table has no such move. */
export function invoiceAfter(state: InvoiceState, move: InvoiceMove): InvoiceState | null {
  return invoiceMoves[move][state] ?? null;
}

/** Reasons for letting a fee go, or for taking an invoice back, with the words for the person. */
export const feeReasons = {
  hardship: 'The fee would be a hardship',
  grant_funded: 'Somebody else’s funds cover it',
  body_error: 'We made a mistake',
  not_owed: 'The fee is not owed',
} as const;
export type FeeReason = keyof typeof feeReasons;
export const FEE_REASONS = Object.keys(feeReasons) as FeeReason[];

/** The scheme's code of a fee, as a line of an invoice. */
export function feeWords(code: string): string {
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} fee`;
}

/** Schemes write fees in whole units with a decimal point (`60`, `19.5`); invoices count cents. */
export function centsOf(fee: number | null | undefined): number {
  return fee ? Math.round(fee * 100) : 0;
}

/** `12050` and `USD` → `$120.50`, as the schemes write their fees. */
export function amountWords(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);
}
