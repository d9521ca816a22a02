import type { FiledMessage } from '../../../src/platform/mail/file-mailer.js';
import type { LetterEntity } from '../persistence/letter.entity.js';

/** A person's letters, newest first; one more than `size` was read when there are older ones. */
export function lettersPage(letters: LetterEntity[], size: number) {
  const shown = letters.slice(0, size);
  return {
    letters: shown.map(({ subject, bodyText, settledAt, createdAt, status }) => ({
      subject: subject ?? 'A letter that is on its way',
      text: bodyText,
      at: (settledAt ?? createdAt).toString(),
      onItsWay: status === 'due',
    })),
    older: letters.length > size ? `/letters?before=${shown.at(-1)?.id}` : null,
  };
}

/** The demonstration's letters, newest first, with the first address in each ready to open. */
export function devMailPage(messages: FiledMessage[]) {
  return {
    messages: messages.map(({ subject, to, text, sentAt }) => ({
      subject,
      to: `${to.name ?? ''} <${to.address}>`.trim(),
      text,
      sentAt,
      link: /https?:\/\/\S+/.exec(text)?.[0] ?? null,
    })),
  };
}
