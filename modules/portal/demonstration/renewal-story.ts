import { openInvoices } from './invoices.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

/** A late renewal: its fees, one of them waived; returned with a note, and answered. */
export class RenewalStory {
  constructor(private readonly desk: StaffDesk) {}

  /** The registrar lets the late fee go and asks something. */
  async giveBack(renewalId: string): Promise<void> {
    const registrar = await this.desk.as('registrar');
    const late = (await openInvoices(registrar, renewalId)).find(({ fee }) => fee === 'late_renewal');
    const waiver = {
      reasonCode: 'hardship',
      note: 'As you wrote: your hours were cut in the spring. The late fee is waived.',
    };
    await registrar.post(`/api/v1/desk/invoices/${late?.id ?? ''}/waivers`, waiver);
    const note = 'Two of the courses have the same title. Was it one course on two days, or two courses?';
    await registrar.post(`/api/v1/renewals/${renewalId}/returns`, { note });
  }

  async answer(way: Way): Promise<void> {
    await way.signIn();
    const answer = 'Two courses: the second was for people who had taken the first. Both are on the certificate.';
    await way.person.post(`/api/v1/credentials/${way.number}/renewals`, { answer });
  }
}
