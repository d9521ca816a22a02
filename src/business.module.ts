import { Module } from '@nestjs/common';

/** The business, in the order in which modules may know each other: each only those above it. */
@Module({
  imports: [],
})
export class BusinessModule {}
