import type { ImportView } from '../use-cases/preview-import.js';

/** What an uploaded list holds, before anything of it is applied. */
export function importPage({ id, fileName, encoding, people, problems, applied }: ImportView) {
  const open = problems.filter(({ column }) => column !== 'repeat');
  return {
    id,
    fileName,
    encoding,
    converted: encoding !== 'UTF-8',
    applied,
    canApply: !applied && open.length === 0 && people.length > 0,
    count: people.length,
    open: open.length,
    columns: [{ label: 'Line' }, { label: 'What' }, { label: 'What to do' }],
    problems: problems.slice(0, 50).map(({ line, column, message, cells }) => ({
      cells: [
        { text: line > 0 ? `Line ${line}` : 'The whole list' },
        {
          text: column === 'repeat' ? 'Repeat' : column || 'The list',
          note: cells.filter(Boolean).join(' · ').slice(0, 120),
        },
        { text: message },
      ],
    })),
    moreProblems: Math.max(0, problems.length - 50),
    hasProblems: problems.length > 0,
    peopleColumns: [{ label: 'Name' }, { label: 'Number' }, { label: 'From' }, { label: 'Until' }],
    people: people.slice(0, 25).map(({ name, number, from, until }) => ({
      cells: [{ text: name }, { text: number ?? '–' }, { text: from }, { text: until ?? '–' }],
    })),
    morePeople: Math.max(0, people.length - 25),
  };
}
