import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Evidence } from './evidence.public.js';
import { FactEntity } from './persistence/fact.entity.js';
import { FactRepository } from './persistence/fact.repository.js';
import { RecordFact } from './use-cases/record-fact.js';

@Module({
  imports: [TypeOrmModule.forFeature([FactEntity])],
  providers: [FactRepository, RecordFact, Evidence],
  exports: [Evidence],
})
export class EvidenceModule {}
