import type { FiledMessage } from '../../../src/platform/mail/file-mailer.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import type { LetterReading } from '../use-cases/read-letters.js';

/** A person's letters, newest first; one more than `size` was read when there are older ones. */
export function lettersPage(letters: LetterReading[], size: number) {
  const shown = letters.slice(0, size);
  return {
    letters: shown.map(({ subject, text, at, isOnItsWay, language }) => ({
      // The words that stand for a letter on its way are the page's own.
      language: subject === null ? pageLanguage() : language,
      subject: subject ?? say`A letter that is on its way`,
      parts: text === null ? null : linkedParts(text),
      at: at.toString(),
      onItsWay: isOnItsWay,
    })),
    older: letters.length > size ? `/letters?before=${shown.at(-1)?.id}` : null,
  };
}

/** A letter's text in parts, so that the addresses in it can be pressed; what ends a sentence belongs to no address. */
export function linkedParts(text: string): { text: string; href?: string }[] {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/)
    .map((part, at) => (at % 2 === 1 ? { text: part, href: part } : { text: part }))
    .filter((part) => part.text !== '');
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
