import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, type MailMessage } from './mailer.js';

export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(url, {});
  }

  async send({ messageId, to, subject, text, html }: MailMessage): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      to: { name: to.name ?? '', address: to.address },
      messageId: `<${messageId}>`,
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
