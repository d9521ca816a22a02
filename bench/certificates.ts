import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../src/config/project-root.js';
import type { DocumentInput, TemplateData } from '../src/platform/documents/pdf-renderer.js';
import { drawRequest } from '../src/platform/documents/template/draw-request.js';
import { fillPage } from '../src/platform/documents/template/template.js';
import { TYPST_SETTINGS, TypstRenderer } from '../src/platform/documents/typst/typst-renderer.js';
import type { BenchLine } from './bench-line.js';
import { certificateHtml } from './certificate-html.js';

const ROUNDS = 7;
const OURS_A_ROUND = 60;
const BROWSER_A_ROUND = 16;
const AT_ONCE = TYPST_SETTINGS.processes;
const MEMORY_DOCUMENTS = 1_000;
const MOST_MEGABYTES = 250;
const MOST_GROWTH = 25;
const SPEED = { part: 'speed', unit: 'times Chromium', target: 'at least 3' };

/**
 * How fast the worker draws certificates, against the same page printed by the Chromium of the browser tests with as
 * many pages at once as we have processes; and whether the drawing processes keep their memory over 1,000 documents.
 */
export async function run(): Promise<BenchLine[]> {
  const renderer = new TypstRenderer();
  try {
    const memory = await measureMemory(renderer);
    return [...(await measureSpeed(renderer)), ...memory];
  } finally {
    await renderer.close();
  }
}

async function measureSpeed(renderer: TypstRenderer): Promise<BenchLine[]> {
  const print = await browserPrinter();
  if (!print) return [line({ ...SPEED, figure: 0, target: 'at least 3; no Chromium found', ok: false })];
  try {
    const ours = (count: number) => perSecond(count, (number) => renderer.render(certificate(number)));
    const browsers = (count: number) =>
      perSecond(count, (number, lane) => print.certificate(certificate(number), lane));
    await ours(10);
    await browsers(4);
    const rounds: { ours: number; browsers: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ ours: await ours(OURS_A_ROUND), browsers: await browsers(BROWSER_A_ROUND) });
    }
    const ratio = spread(rounds.map((round) => round.ours / round.browsers));
    const rate = spread(rounds.map((round) => round.ours));
    return [
      line({ ...SPEED, figure: ratio.median, ok: ratio.median >= 3, spread: ratio.between }),
      line({
        part: 'rate',
        unit: 'PDFs/s',
        target: 'told, not judged',
        figure: rate.median,
        ok: true,
        spread: rate.between,
      }),
    ];
  } finally {
    await print.close();
  }
}

async function measureMemory(renderer: TypstRenderer): Promise<BenchLine[]> {
  let peak = 0;
  let settled = 0;
  let drawn = 0;
  await perSecond(MEMORY_DOCUMENTS, async (number) => {
    await renderer.render(certificate(number));
    drawn += 1;
    if (drawn % 20 !== 0) return;
    const now = Math.max(...renderer.pids.map(residentMegabytes));
    peak = Math.max(peak, now);
    if (drawn <= MEMORY_DOCUMENTS / 2) settled = Math.max(settled, now);
  });
  const growth = peak - settled;
  return [
    line({
      part: 'memory',
      unit: 'MB a process',
      target: `under ${MOST_MEGABYTES}`,
      figure: peak,
      ok: peak < MOST_MEGABYTES,
    }),
    line({
      part: 'growth',
      unit: 'MB in the second 500',
      target: `under ${MOST_GROWTH}`,
      figure: growth,
      ok: growth < MOST_GROWTH,
    }),
  ];
}

/** Prints certificates with Chromium: one warm page for each lane, as an application would keep it. */
async function browserPrinter(): Promise<{
  certificate(input: DocumentInput, lane: number): Promise<void>;
  close(): Promise<void>;
} | null> {
  const support = path.join(projectRoot, 'test/support/chromium.mjs');
  const { chromium } = (await import(pathToFileURL(support).href)) as typeof import('../test/support/chromium.mjs');
  const launch = await chromium();
  if (!launch) return null;
  const browser = await playwright.launch(launch);
  const contexts = await Promise.all(Array.from({ length: AT_ONCE }, () => browser.newContext()));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  return {
    async certificate(input, lane) {
      const filled = fillPage(drawRequest(input.template.source, input));
      if ('problems' in filled) throw new Error(filled.problems.map(({ message }) => message).join('; '));
      const page = pages[lane];
      if (!page) throw new Error('each lane has a page');
      await page.setContent(certificateHtml(filled.page, (name) => ornaments[name] ?? ''));
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    },
    close: () => browser.close(),
  };
}

/** Does `count` pieces of work in as many lanes as there are processes; gives pieces per second. */
async function perSecond(count: number, work: (number: number, lane: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async (_: unknown, index: number): Promise<void> => {
    for (let number = next++; number < count; number = next++) await work(number, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (count / (performance.now() - started)) * 1000;
}

const content = (file: string): string => readFileSync(path.join(projectRoot, 'content/certificates', file), 'utf8');
const standard = content('standard.hbs');
const sample = JSON.parse(content('sample.json')) as TemplateData & { credential: TemplateData };
const HOLDERS = [
  { name: 'Rosalind Okonkwo-Featherstone', language: 'en' },
  { name: 'José Núñez Ibarra', language: 'es' },
  { name: 'Nguyễn Thị Ánh Tuyết', language: 'vi' },
  { name: 'عبد الرحمن بن خالد', language: 'ar' },
  { name: 'श्रीमती लक्ष्मी त्रिवेदी', language: 'hi' },
  { name: '欧阳晓明', language: 'zh-Hans' },
];

/** A different certificate for each number: no cache can answer it. */
function certificate(number: number): DocumentInput {
  const { name = '', language = 'en' } = HOLDERS[number % HOLDERS.length] ?? {};
  const code = `JVP-${String(number).padStart(4, '0')}-94QX-H`;
  return {
    template: { name: 'standard', source: standard, hash: 'bench' },
    data: {
      ...sample,
      holder: { name },
      credential: { ...sample.credential, number: code },
      verification: {
        printed: 'register.juniper-valley.example/verify',
        url: `https://register.juniper-valley.example/v/${code}`,
      },
    },
    title: `Certificate ${code}`,
    author: 'Juniper Valley Peer Certification Board',
    language: 'en',
    nameLanguage: language,
    issuedOn: Temporal.PlainDate.from('2026-10-01'),
    specimen: false,
  };
}

const readOrnament = (name: string): string =>
  readFileSync(path.join(projectRoot, 'src/platform/documents/typst/workspace/ornaments', `${name}.svg`), 'utf8');
const ornaments: Record<string, string> = { rosette: readOrnament('rosette'), seal: readOrnament('seal') };

function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

function spread(values: number[]): { median: number; between: [number, number] } {
  const sorted = values.toSorted((a, b) => a - b);
  const [least = 0, median = 0, most = 0] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (place) => sorted[place],
  );
  return { median, between: [round(least), round(most)] };
}

function line(measured: Omit<BenchLine, 'name'>): BenchLine {
  return { name: 'certificates', ...measured, figure: round(measured.figure) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
