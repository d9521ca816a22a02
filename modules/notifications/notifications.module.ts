import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { projectRoot } from '../../src/config/project-root.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccountLetterListener } from './account-letter.listener.js';
import { LetterTemplates } from './use-cases/letter-templates.js';
import { LettersPagesController } from './http/letters.pages.controller.js';
import { LetterQueue } from './use-cases/letter-queue.js';
import { SendLetterProcessor } from './jobs/send-letter.processor.js';
import { notificationsPersonalData } from './notifications.personal-data.js';
import { Letters } from './notifications.public.js';
import { LetterEntity } from './persistence/letter.entity.js';
import { LetterRepository } from './persistence/letter.repository.js';
import { LetterParties } from './use-cases/letter-parties.js';
import { ReadLetters } from './use-cases/read-letters.js';
import { SendLetter } from './use-cases/send-letter.js';
import { WriteLetter } from './use-cases/write-letter.js';

@Module({
  imports: [PeopleModule, OrganizationsModule, TypeOrmModule.forFeature([LetterEntity])],
  controllers: [LettersPagesController],
  providers: [
    notificationsPersonalData,
    { provide: LetterTemplates, useFactory: () => new LetterTemplates(join(projectRoot, 'content/letters')) },
    LetterRepository,
    LetterQueue,
    LetterParties,
    WriteLetter,
    ReadLetters,
    SendLetter,
    SendLetterProcessor,
    AccountLetterListener,
    Letters,
  ],
  exports: [Letters],
})
export class NotificationsModule {}
