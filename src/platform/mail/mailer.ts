export interface MailMessage {
  /** Stable across repeats of the same letter, so that a receiver can drop a double. Without angle brackets. */
  messageId: string;
  to: { name?: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Hands a message to the mail server, or to the file outbox of a demonstration. */
export abstract class Mailer {
  /** Resolves once the message was accepted; throws when it was not, so that the outbox tries again. */
  abstract send(message: MailMessage): Promise<void>;
}
