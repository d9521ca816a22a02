import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../src/config/config.js';
import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { ItemBankModule } from '../item-bank/item-bank.module.js';
import { RewrapExamSecretsSchedule } from './jobs/rewrap-exam-secrets.schedule.js';
import { RescoreRepository } from './persistence/rescore.repository.js';
import { SecretRepository } from './persistence/secret.repository.js';
import { FormKeys } from './use-cases/form-keys.js';
import { Vault } from './use-cases/vault.js';

/** By which keys forms are scored, and what is sealed about them: for sittings, statistics and rescoring. */
@Module({
  imports: [ItemBankModule],
  providers: [
    {
      provide: KeyRing,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new KeyRing([config.SECRET_KEY, ...config.SECRET_KEYS_BEFORE], 'goodstanding exams'),
    },
    SecretRepository,
    RescoreRepository,
    Vault,
    FormKeys,
    RewrapExamSecretsSchedule,
  ],
  exports: [Vault, FormKeys, RescoreRepository],
})
export class FormKeysModule {}
