import { checkGrade, checkLinks, twice, type Finding, type LinkTargets } from './course-checks.js';
import { outlineOf } from './markdown.js';
import { sessionMinutes, type SessionPlan } from './session-plan.js';

/** Sections that every plan has beside one for each of its parts. */
const SECTIONS = ['Before the session', 'Attendance', 'If it gets hard'];

/** The plan of a live session by itself, given what else its course has. */
export function checkSession(plan: SessionPlan, language: string, targets: LinkTargets): Finding[] {
  const { plain } = outlineOf(plan.body);
  return [
    ...checkGrade([plan.title, ...plan.aims, plain].join('\n\n'), language, ['title']),
    ...checkMinutes(plan),
    ...checkSections(plan),
    ...checkLinks(plan.body, targets),
  ];
}

function checkMinutes(plan: SessionPlan): Finding[] {
  const { topics } = plan.training;
  const claimed = topics.reduce((sum, { minutes }) => sum + minutes, 0);
  const findings = twice(
    topics.map(({ topic }) => topic),
    (at) => ['training', 'topics', at],
  );
  if (claimed <= sessionMinutes(plan)) return findings;
  const reason = `claims ${claimed} minutes of training, but its parts come to ${sessionMinutes(plan)}`;
  return [...findings, { path: ['training', 'topics'], reason }];
}

function checkSections({ body, parts }: SessionPlan): Finding[] {
  const titles = outlineOf(body)
    .headings.filter(({ level }) => level === 2)
    .map(({ text }) => text);
  const has = (title: string) => titles.includes(inPrint(title));
  const findings: Finding[] = SECTIONS.filter((title) => !has(title)).map((title) => ({
    bodyLine: 1,
    reason: `the plan of a session has a section "${title}"`,
  }));
  if (!titles.some((title) => /^Handout: ./u.test(title)))
    findings.push({ bodyLine: 1, reason: 'the plan of a session has a section whose heading begins with "Handout:"' });
  parts.forEach(({ what }, at) => {
    if (!has(what)) findings.push({ path: ['parts', at, 'what'], reason: `the plan has no section "${what}"` });
  });
  return [
    ...findings,
    ...twice(
      parts.map(({ what }) => what),
      (at) => ['parts', at],
    ),
  ];
}

/** A name as the Markdown of a heading shows it: emphasis marks gone, quotes and dashes as they are printed. */
function inPrint(name: string): string {
  return outlineOf(`## ${name}`).headings[0]?.text ?? name;
}
