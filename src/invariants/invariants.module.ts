import { Module } from '@nestjs/common';
import { CheckPromises } from './check-promises.js';
import { InvariantsSchedule } from './invariants.schedule.js';

@Module({ providers: [CheckPromises, InvariantsSchedule], exports: [CheckPromises] })
export class InvariantsModule {}
