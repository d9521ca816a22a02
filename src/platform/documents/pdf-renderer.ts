import type { Temporal } from 'temporal-polyfill';

/** Whatever a template may print: plain JSON. Dates and numbers come worded already, so that the same data stays the same document. */
export type TemplateData = { readonly [key: string]: TemplateValue };
export type TemplateValue = string | number | boolean | null | readonly TemplateValue[] | TemplateData;

/** Everything a document is made from. The same input gives the same bytes, in any process. */
export interface DocumentInput {
  template: { name: string; source: string; hash: string };
  data: TemplateData;
  /** Shown in the title bar of a reader and read out first by a screen reader. */
  title: string;
  author: string;
  /** BCP 47, of the document. */
  language: string;
  /** BCP 47, of the holder's name: it chooses the form of Han characters and the reading direction. */
  nameLanguage: string;
  issuedOn: Temporal.PlainDate;
  /** True stamps SPECIMEN, NOT A CREDENTIAL on every page, whatever the template says. */
  specimen: boolean;
}

export interface RenderedDocument {
  bytes: Buffer;
  /** Of `bytes`, lower-case hex. */
  sha256: string;
  /** What drew it: engine, version and the fingerprint of our drawing code. Kept beside the hash, so that a later mismatch can be explained. */
  engine: string;
}

/** One reason why a template cannot be kept; `line` counts from 1 in the template's source, where it is known. */
export interface TemplateProblem {
  message: string;
  line: number | null;
}

/** Draws documents that must look right, read right and be archived: PDF/A-3a. */
export abstract class PdfRenderer {
  /**
   * Draws one document.
   *
   * @throws UnprintableText a value holds characters that the shipped fonts lack; they are named
   * @throws TemplateUnusable the template or its data cannot become a document
   * @throws DrawingTookTooLong the time limit passed; its process was ended
   * @throws DrawingStopped the drawing process ended by itself; trying again is right
   */
  abstract render(input: DocumentInput): Promise<RenderedDocument>;

  /**
   * Says everything that keeps a template from being used: its language, its layout, and whether a document of
   * `sample` meets PDF/A-3a and PDF/UA-1. An empty list means that it may be kept.
   */
  abstract checkTemplate(source: string, sample: Omit<DocumentInput, 'template'>): Promise<TemplateProblem[]>;
}
