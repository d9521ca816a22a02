import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isDemonstration } from './demonstration.js';

/** What this database was marked as when it was created, read once at the start. */
@Injectable()
export class Installation implements OnModuleInit {
  private marked = false;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    this.marked = await isDemonstration(this.source);
  }

  get demonstration(): boolean {
    return this.marked;
  }
}
