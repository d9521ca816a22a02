import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { SmtpMailer } from './smtp-mailer.js';

const letter = {
  messageId: '0190-letter@goodstanding.example',
  to: { name: 'Ana Ñ. O’Neil', address: 'ana@people.example' },
  subject: 'Your hours are signed ✓',
  text: 'Plain words',
  html: '<p>Plain words</p>',
};

describe('letters by SMTP', () => {
  let server: SMTPServer;
  let mailer: SmtpMailer;
  let received: string[];
  let refuse: string | null;

  beforeEach(async () => {
    received = [];
    refuse = null;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (refuse) return done(Object.assign(new Error(refuse), { responseCode: 451 }));
          received.push(Buffer.concat(chunks).toString('utf8'));
          return done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = new SmtpMailer(`smtp://127.0.0.1:${port}`, 'Goodstanding <no-reply@goodstanding.example>');
  });

  afterEach(async () => {
    mailer.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('arrive with a stable Message-ID, both parts and a name in any script', async () => {
    await mailer.send(letter);
    await mailer.send(letter);
    expect(received).toHaveLength(2);
    for (const message of received) {
      expect(message).toContain('Message-ID: <0190-letter@goodstanding.example>');
      expect(message).toContain('ana@people.example');
      expect(message).toContain('Content-Type: text/plain');
      expect(message).toContain('Content-Type: text/html');
      expect(message).toContain('Auto-Submitted: auto-generated');
    }
  });

  it('are tried again when the server says "later": sending throws', async () => {
    refuse = 'mailbox busy';
    await expect(mailer.send(letter)).rejects.toThrow('mailbox busy');
    expect(received).toEqual([]);
  });

  it('are tried again when there is no server', async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await expect(mailer.send(letter)).rejects.toThrow(/ECONNREFUSED/);
  });
});
