import { Temporal } from 'temporal-polyfill';
import { openInvoices } from './invoices.js';
import type { Tell } from './play.js';
import type { Theatre } from './theatre.js';
import type { Way } from './way.js';

interface Answer {
  status: string;
  inGoodStanding: boolean;
  expiresOn?: string;
  holder?: { name: string };
}

/** What follows a grant: the public's question, reminders, renewal, expiry, suspension, revocation. */
export async function playRegister(theatre: Theatre, way: Way, tell: Tell): Promise<void> {
  const register = new RegisterPlay(theatre, way);
  tell('Anyone asks', await register.askAsAnyone());
  tell('Employer', await register.seeRoster());
  tell('Reminders', await register.awaitReminders());
  tell('Renewal', await register.renew());
  tell('Expiry', await register.seeExpiry());
  tell('Suspension', await register.change('suspensions', 'concern_looked_into', 'suspended'));
  tell('Reinstatement', await register.change('reinstatements', 'concern_closed', 'active'));
  tell('Revocation', await register.change('revocations', 'ethics_decision', 'revoked'));
}

class RegisterPlay {
  constructor(
    private readonly theatre: Theatre,
    private readonly way: Way,
  ) {}

  async askAsAnyone(): Promise<string> {
    const { number, trainee } = this.way;
    const answer = await this.ask();
    expect(answer.status, 'active');
    if (answer.holder) throw new Error('The name was told to somebody who has neither the certificate nor the surname');
    const surname = trainee.legalName.split(' ').at(-1);
    const named = await this.theatre.stage.api.post<Answer>('/api/v1/standings', { number, surname });
    expect(named.holder?.name ?? '', trainee.legalName);
    const unknown = await this.theatre.stage.api.answer('GET', '/v/GS-2222-2222-2222-2');
    expect((unknown.body as Answer).status, 'unknown');
    const slip = await this.theatre.stage.api.answer(
      'GET',
      `/v/${number.slice(0, -1)}${number.endsWith('2') ? '3' : '2'}`,
    );
    expect((slip.body as Answer).status, 'mistyped');
    return `active until ${answer.expiresOn}; the name only with the surname; unknown and mistyped numbers told apart`;
  }

  async seeRoster(): Promise<string> {
    const employer = await this.theatre.desk.as('roster-manager');
    const { number, trainee } = this.way;
    const from = (await this.way.today()).toString();
    await employer.post('/api/v1/roster', { name: trainee.legalName, credentialNumber: number, from });
    const { entries } = await employer.get<{ entries: { credentialNumber: string | null; standing: Answer | null }[] }>(
      '/api/v1/roster',
    );
    const entry = entries.find(({ credentialNumber }) => credentialNumber === number);
    expect(entry?.standing?.status ?? 'missing', 'active');
    return `${entries.length} people, ${trainee.legalName} active`;
  }

  async awaitReminders(): Promise<string> {
    const lastDay = Temporal.PlainDate.from((await this.ask()).expiresOn ?? '');
    const before = await this.reminders();
    for (const days of [90, 60, 30, 7]) await this.theatre.stage.moveTo(lastDay.subtract({ days }));
    const sent = (await this.reminders()) - before;
    if (sent !== 4) throw new Error(`${sent} reminders went out instead of four`);
    return '90, 60, 30 and 7 days before expiry, one letter each';
  }

  async renew(): Promise<string> {
    const id = await this.way.sendRenewal({ begun: { days: 60 }, ended: { days: 30 } });
    const registrar = await this.theatre.desk.as('registrar');
    for (const invoice of await openInvoices(registrar, id))
      await registrar.post(`/api/v1/desk/invoices/${invoice.id}/payments`, { reference: 'Statement 1001' });
    await registrar.post(`/api/v1/renewals/${id}/confirmations`);
    await this.theatre.stage.settle();
    const answer = await this.ask();
    expect(answer.status, 'active');
    return `20 hours of continuing education accepted; valid until ${answer.expiresOn}`;
  }

  async seeExpiry(): Promise<string> {
    const lastDay = Temporal.PlainDate.from((await this.ask()).expiresOn ?? '');
    expect((await this.ask(lastDay)).status, 'active');
    const dayAfter = lastDay.add({ days: 1 });
    expect((await this.ask(dayAfter)).status, 'expired');
    return `active on ${lastDay.toString()}, expired on ${dayAfter.toString()} if nothing happens until then`;
  }

  async change(noun: string, reason: string, status: string): Promise<string> {
    const registrar = await this.theatre.desk.as('registrar');
    const today = (await this.way.today()).toString();
    const body = { reason, effectiveOn: today, publicFrom: today };
    await registrar.post(`/api/v1/credentials/${this.way.number}/${noun}`, body);
    await this.theatre.stage.settle();
    const answer = await this.ask();
    expect(answer.status, status);
    return `the public page says ${answer.status}, and the holder has a letter`;
  }

  private ask(onDate?: Temporal.PlainDate): Promise<Answer> {
    const query = onDate ? `?on=${onDate.toString()}` : '';
    return this.theatre.stage.api.answer('GET', `/v/${this.way.number}${query}`).then(({ body }) => body as Answer);
  }

  private async reminders(): Promise<number> {
    await this.theatre.stage.settle();
    const letters = await this.theatre.stage.letters();
    return letters.filter(({ to, subject }) => to.address === this.way.trainee.email && /renew/i.test(subject)).length;
  }
}

function expect(seen: string, wanted: string): void {
  if (seen !== wanted) throw new Error(`"${wanted}" was expected, and "${seen}" seen`);
}
