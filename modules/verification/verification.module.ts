import { Module } from '@nestjs/common';
import { VerificationApiController } from './http/verification.api.controller.js';
import { VerificationLimit } from './http/verification-limit.js';
import { VerificationPagesController } from './http/verification.pages.controller.js';
import { PublicRegister } from './persistence/public-register.js';
import { VerifyCredential } from './use-cases/verify-credential.js';

@Module({
  controllers: [VerificationPagesController, VerificationApiController],
  providers: [PublicRegister, VerifyCredential, VerificationLimit],
})
export class VerificationModule {}
