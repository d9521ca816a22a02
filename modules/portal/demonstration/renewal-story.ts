import { openInvoices } from './invoices.js';
import type { StaffDesk } from './staff-desk.js';
import { PICTURE, type Way } from './way.js';

/** A late renewal: its fees, one of them waived; returned with a note, and answered. */
export class RenewalStory {
  constructor(private readonly desk: StaffDesk) {}

  /** Hands in what the renewal asks for, and sends it. @returns the id of the renewal */
  async send(way: Way): Promise<string> {
    await way.signIn();
    const today = await way.today();
    await way.person.post('/api/v1/continuing-education', {
      bodyId: await way.bodyId(),
      provider: 'Open Door Learning (invented)',
      title: 'Ethics and boundaries in practice, and further courses',
      startedOn: today.subtract({ months: 5 }).toString(),
      finishedOn: today.subtract({ months: 4 }).toString(),
      topics: [
        { topic: 'ethics', minutes: 6 * 60 },
        { topic: 'peer_recovery', minutes: 14 * 60 },
      ],
      proof: { fileName: 'certificates.png', contentBase64: PICTURE },
    });
    await way.review('accepted');
    return (await way.person.post<{ id: string }>(`/api/v1/credentials/${way.number}/renewals`)).id;
  }

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
