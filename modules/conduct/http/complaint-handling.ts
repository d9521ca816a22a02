import { Injectable } from '@nestjs/common';
import { AssignHandler } from '../use-cases/assign-handler.js';
import { EnterOutcome } from '../use-cases/enter-outcome.js';
import { HandleComplaint } from '../use-cases/handle-complaint.js';
import { ReadComplaints } from '../use-cases/read-complaints.js';

/** What the desk does with a complaint before it is decided. */
@Injectable()
export class ComplaintHandling {
  constructor(
    readonly assigns: AssignHandler,
    readonly handles: HandleComplaint,
    readonly reads: ReadComplaints,
    readonly registers: EnterOutcome,
  ) {}
}
