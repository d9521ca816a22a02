import type { ApiClient } from './api-client.js';

export interface OpenInvoice {
  id: string;
  fee: string;
}

/** The open invoices of one application or renewal, as the body's staff see them. */
export async function openInvoices(staff: ApiClient, subjectId: string): Promise<OpenInvoice[]> {
  type Listed = { rows: (OpenInvoice & { subject: { id: string } })[] };
  const { rows } = await staff.get<Listed>('/api/v1/desk/invoices?state=open');
  return rows.filter(({ subject }) => subject.id === subjectId);
}
