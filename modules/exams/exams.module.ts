import { Module } from '@nestjs/common';
import { examsPersonalData } from './exams.personal-data.js';

@Module({
  providers: [examsPersonalData],
})
export class ExamsModule {}
