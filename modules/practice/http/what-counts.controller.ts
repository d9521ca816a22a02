import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { view } from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import type { WhatCounts } from '../domain/what-counts.js';
import { ReadWhatCounts } from '../use-cases/read-what-counts.js';

/** Examples of what counts as practice and what does not, for whoever keeps a log. */
@Controller('practice/what-counts')
export class WhatCountsController {
  constructor(private readonly reading: ReadWhatCounts) {}

  @Get()
  @SignedIn()
  show() {
    const read = this.reading.execute(pageLanguage());
    return view('practice/what-counts', whatCountsPage(read), { title: read.title });
  }
}

/** The examples under their method, in the order of the log's own list. */
function whatCountsPage({ title, confirm, source, general, methods, domains, pairs }: WhatCounts) {
  return {
    title,
    confirm,
    source,
    general: { counts: general.counts, not: general.does_not_count },
    methods: Object.entries(methods).map(([method, label]) => ({
      label,
      domains: Object.entries(domains).map(([domain, name]) => {
        const pair = pairs.find((one) => one.method === method && one.domain === domain);
        return { name, counts: pair?.counts ?? [], not: pair?.does_not_count ?? [] };
      }),
    })),
  };
}
