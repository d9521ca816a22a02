import { Injectable } from '@nestjs/common';
import { Organizations } from '../../organizations/organizations.public.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { Teachers } from './teachers.js';

/** Where and when, and who may say so. */
@Injectable()
export class SessionDesk {
  constructor(
    readonly teachers: Teachers,
    readonly organizations: Organizations,
    readonly sessions: SessionRepository,
  ) {}
}
