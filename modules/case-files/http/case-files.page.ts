import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayMessage, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { kindWords, readerReasons } from '../domain/case-file-kinds.js';
import type { FileOutside } from '../use-cases/file-outside.js';
import type { DeskFiles, FileAtDesk } from '../use-cases/read-case-files.js';
import type { ReadDocument } from '../use-cases/read-file.js';
import type { OwnFile } from '../use-cases/read-own-files.js';

/** The files of a desk. */
export function deskFilesPage({ files, retention }: DeskFiles) {
  return {
    title: 'Sealed files',
    columns: [{ label: 'File' }, { label: 'About' }, { label: 'Readers', numeric: true }, { label: 'Kept' }],
    rows: files.map((file) => ({
      cells: [
        { text: kindWords[file.kind], href: `/desk/case-files/${file.id}` },
        { text: file.concerns },
        { text: String(file.readers) },
        { text: keptText(file) },
      ],
    })),
    retention: retention.map(({ bodyId, bodyName, kinds }) => ({
      bodyId,
      bodyName,
      kinds: kinds.map(({ kind, months }) => ({ kind, label: kindWords[kind], months })),
    })),
  };
}

/** One file from outside. */
export function deskFilePage(file: FileAtDesk) {
  const { id, kind, concerns, readers, readings, candidates, may, timeZone, addedAt } = file;
  return {
    id,
    title: `${kindWords[kind]}: ${concerns.name}`,
    may,
    isEmpty: addedAt.length === 0,
    facts: [
      { key: 'About', value: `${concerns.name}, ${concerns.number}` },
      { key: 'What is in it', value: addedAt.map((at) => `Added ${formatInstant(at, timeZone)}`) },
      { key: 'Kept', value: keptText(file) },
    ],
    readers: readers
      .filter(({ until }) => !until)
      .map(({ id: readerId, name, reason, grantedBy, since }) => ({
        readerId,
        name,
        reason: reasonWords(reason),
        grantedBy,
        since: formatInstant(since, timeZone),
      })),
    history: readings.map(({ name, at, what }) => ({
      title: what === 'words' ? `${name} read the file` : `${name} took a copy of an attached file`,
      when: at.toString(),
      timeZone,
    })),
    candidates: candidates.map(({ id: value, name: label }) => ({ value, label })),
    reasons: Object.entries(readerReasons).map(([value, label]) => ({ value, label })),
  };
}

/** What is inside, for a named reader; shown once, in the answer to the one who asked. */
export function readingPage(file: FileAtDesk, documents: readonly ReadDocument[]) {
  return {
    id: file.id,
    title: `${kindWords[file.kind]}: ${file.concerns.name}`,
    documents: documents.map(({ id, title, from, text, attachment, addedAt }) => ({
      id,
      title,
      from,
      text,
      attachment: attachment?.fileName,
      added: formatInstant(addedAt, file.timeZone),
    })),
  };
}

/** The files about a person, for that person. */
export function ownFilesPage(files: readonly OwnFile[]) {
  return {
    title: say`Sealed files about you`,
    files: files.map((file) => ({
      title: say`${sayWord(kindWords[file.kind])}, kept by ${file.body.name}`,
      contact: file.body.contactEmail,
      kept: keptText(file),
      readings: file.readings.map(({ by, at }) => {
        return { title: say`${by} read it`, when: at.toString(), timeZone: file.body.timeZone };
      }),
    })),
  };
}

function keptText({ disposed, keepUntil }: FileOutside): string {
  if (!disposed) return say`Until ${formatDate(keepUntil, pageLanguage())}`;
  const on = disposed.at.toZonedDateTimeISO('UTC').toPlainDate();
  return say`Disposed of on ${formatDate(on, pageLanguage())} by the rule ${sayMessage(disposed.rule)}`;
}

function reasonWords(code: string): string {
  return code in readerReasons ? readerReasons[code as keyof typeof readerReasons] : code;
}
