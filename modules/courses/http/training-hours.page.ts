import { formatMinutes, type Minutes } from '../../../src/kernel/minutes.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { ChartInput } from '../../../src/platform/views/helpers/chart.js';
import { topicIn, type SchemeVersion } from '../../schemes/schemes.public.js';
import type { Carried, PartCarried } from '../domain/training-hours.js';
import type { TrainingHours } from '../use-cases/read-training-hours.js';

/** What the courses carry in all, and beside each certification the parts that it asks, with what is missing by name. */
export function trainingHoursPage({ carried, schemes }: TrainingHours) {
  return {
    all: {
      columns: [{ label: say`Training domain` }, ...columnsOfTime()],
      rows: [...carried].map(([topic, time]) => ({ cells: [{ text: titleOf(topic) }, ...cellsOfTime(time)] })),
      foot: [{ text: say`Together` }, ...cellsOfTime(sumOf([...carried.values()]))],
    },
    // First those whose parts the courses speak of; the others ask under names of their own.
    schemes: schemes.toSorted((a, b) => share(b) - share(a)).map((scheme) => schemeSection(scheme)),
  };
}

function schemeSection({ version, body, training }: TrainingHours['schemes'][number]) {
  const { asked, carried, parts } = training;
  const gaps = parts.filter(({ missing }) => missing > 0);
  const title = sayWord(version.title);
  return {
    id: idOf(version),
    title,
    body: body.name,
    href: `/schemes/${version.code}?body=${body.id}`,
    asked,
    carried,
    progressText: say`${formatMinutes(carried)} of the ${formatMinutes(asked)} asked`,
    isWhole: carried >= asked,
    isApprovedOnly: version.definition.training?.providers === 'approved_only',
    gaps: gaps.map(gapWords),
    parts: carried > 0 && {
      chart: chartOf(parts, `${idOf(version)}-chart`),
      table: {
        caption: say`${title}: hours by part`,
        columns: [
          { label: say`Part` },
          { label: say`Hours asked`, numeric: true },
          ...columnsOfTime(),
          { label: say`From elsewhere`, numeric: true },
        ],
        rows: parts.map(({ domain, asked, missing, ...time }) => ({
          cells: [{ text: titleOf(domain) }, cellOf(asked), ...cellsOfTime(time), cellOf(missing)],
        })),
      },
    },
  };
}

/** How much of what is asked is carried. */
const share = ({ training: { asked, carried } }: TrainingHours['schemes'][number]) => carried / asked;

/** The same as in links from the page of the rules. */
const idOf = ({ bodyId, code }: SchemeVersion) => `${bodyId}-${code}`;

/** One bar for each part, with a line on it at what is asked. */
function chartOf(parts: readonly PartCarried[], id: string): ChartInput {
  return {
    id,
    title: say`Carried here, part by part`,
    description: say`One bar for each part: the hours carried here. The line on it stands at what is asked.`,
    points: parts.map(({ domain, asked, ...time }) => ({
      label: titleOf(domain),
      value: together(time),
      text: say`${formatMinutes(together(time))} of ${formatMinutes(asked)}`,
      mark: asked,
    })),
  };
}

function gapWords(part: PartCarried): string {
  const name = titleOf(part.domain);
  if (together(part) === 0) return say`${name}: ${formatMinutes(part.asked)}. No course here counts under this name.`;
  return say`${name}: ${formatMinutes(part.missing)} more than the courses carry.`;
}

const columnsOfTime = () => [
  { label: say`Self-study`, numeric: true },
  { label: say`Live sessions`, numeric: true },
  { label: say`Together`, numeric: true },
];

const cellsOfTime = (time: Carried) => [time.self, time.live, together(time)].map(cellOf);

/** The number stays beside its unit in a narrow column. */
const cellOf = (minutes: Minutes) => ({ text: formatMinutes(minutes).replaceAll(' ', '\u00a0') });

const titleOf = (domain: string) => topicIn(pageLanguage(), domain);

const together = ({ self, live }: Carried): Minutes => self + live;

function sumOf(all: readonly Carried[]): Carried {
  return all.reduce((sum, { self, live }) => ({ self: sum.self + self, live: sum.live + live }), { self: 0, live: 0 });
}
