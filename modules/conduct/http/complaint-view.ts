import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ReadComplaints } from '../use-cases/read-complaints.js';
import { complaintIn } from './case-in.js';
import { complaintPage } from './complaint-desk.page.js';

/** The one page of a complaint at the desk, shown by both of its controllers. */
@Injectable()
export class ComplaintView {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadComplaints,
  ) {}

  async show(ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.detail(tx, complaintIn(ctx)));
    return view('conduct/complaint', complaintPage(found), { title: `Complaint ${found.reference}` });
  }
}
