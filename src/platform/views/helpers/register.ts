import Handlebars from 'handlebars';
import { formatMinutes } from '../../../kernel/minutes.js';
import { fieldId, fieldState, type FieldInput } from '../field-state.js';
import type { PageContext } from '../page-context.js';
import type { PageForm } from '../page-form.js';
import { barChart, lineChart, type ChartInput } from './chart.js';
import { fewNumbers } from './few-numbers.js';
import { formatCount, formatDate, formatHours, formatInstant, formatNumber } from './format.js';
import { formatPercent, percentOf, safeAddress } from './format.js';
import { icon } from './icon.js';
import { columnPlot, pointPlot, type ColumnPlot, type PointPlot } from './plot.js';
import { progress, type ProgressInput } from './progress.js';
import { requirementState, status, taskStatus, type StatusView } from './status.js';
import { VisitorsParts } from './visitors-parts.js';
import { worded } from './worded.js';
import { summaryRow, type SummaryRow } from './summary-row.js';

type Options = Handlebars.HelperOptions;

/**
 * The helpers of every view. What they compute is in pure functions beside; here they only meet Handlebars.
 * @param word gives the words that helpers say by themselves in the language of the pages
 */
export function registerHelpers(
  handlebars: typeof Handlebars,
  word: (english: string) => string = (english) => english,
): void {
  const labelled = (shown: StatusView): StatusView => ({ ...shown, label: word(shown.label) });
  const visitorsParts = new VisitorsParts();
  const form = (options: Options) => options.data.root.form as PageForm;
  const language = (options: Options): string => options.data.root.page?.language ?? 'en';
  /** What a helper was given besides the options, which Handlebars puts last. */
  const split = (given: unknown[]): { args: unknown[]; options: Options } => ({
    args: given.slice(0, -1),
    options: given.at(-1) as Options,
  });

  handlebars.registerHelper({
    date: (date, options: Options) => formatDate(date, language(options)),
    instant: (...given: unknown[]) => {
      const { args, options } = split(given);
      const zone = (args[1] as string | undefined) ?? options.data.root.page?.timeZone;
      return formatInstant(args[0] as string, zone, language(options));
    },
    minutes: (minutes?: number | null) => (typeof minutes === 'number' ? formatMinutes(minutes) : ''),
    hours: (minutes, options: Options) => formatHours(minutes, language(options)),
    number: (value, options: Options) => formatNumber(value, language(options)),
    percent: (part, whole) => formatPercent(part, whole),
    count: (...given: unknown[]) => {
      const { args, options } = split(given);
      const [count, one, many] = args as [number, string, string | undefined];
      return formatCount(count, one, many, language(options));
    },
    url: (address) => safeAddress(address),
    worded: (title, options: Options) => worded(title, { language: language(options), word }),

    eq: (a, b) => a === b,
    ne: (a, b) => a !== b,
    gt: (a, b) => a > b,
    not: (value) => Handlebars.Utils.isEmpty(value),
    and: (...given: unknown[]) => split(given).args.every((value) => !Handlebars.Utils.isEmpty(value)),
    or: (...given: unknown[]) => split(given).args.find((value) => !Handlebars.Utils.isEmpty(value)),
    concat: (...given: unknown[]) => split(given).args.join(''),
    'is-list': (value: unknown) => Array.isArray(value),
    has: (value: unknown) => value !== undefined && value !== null && value !== '',
    list: (...given: unknown[]) => split(given).args,
    object: (options: Options) => ({ ...options.hash }),
    add: (a: number, b: number) => a + b,

    'field-state': (input: FieldInput, options: Options) => fieldState(input, form(options)),
    'field-id': (name: string) => fieldId(name),
    'same-for-visitors': function (this: unknown, name: string, { data, fn }: Options) {
      return new Handlebars.SafeString(visitorsParts.of(name, data.root.page as PageContext, () => fn(this)));
    },
    'problem-summary': (options: Options) => form(options).summary(),
    'next-form-id': (options: Options) => form(options).nextFormId(),
    'few-numbers': (columns?: readonly { numeric?: boolean }[]) => fewNumbers(columns),
    'summary-rows': (rows?: readonly SummaryRow[]) => (rows ?? []).map(summaryRow),
    icon: (name: string) => new Handlebars.SafeString(icon(name)),
    status: (state: string) => labelled(status(state)),
    'task-status': (state: string) => labelled(taskStatus(state)),
    'requirement-state': (state: string) => labelled(requirementState(state)),
    progress: (options: Options) => progress(options.hash as ProgressInput, { language: language(options), word }),
    'percent-of': (part: number, whole: number) => percentOf(part, whole),
    'bar-chart': (input: ChartInput) => new Handlebars.SafeString(barChart(input)),
    'line-chart': (input: ChartInput) => new Handlebars.SafeString(lineChart(input)),
    'point-plot': (plot: PointPlot) => new Handlebars.SafeString(pointPlot(plot)),
    'column-plot': (plot: ColumnPlot) => new Handlebars.SafeString(columnPlot(plot)),
  });
}
