import { Injectable } from '@nestjs/common';
import { Teaching } from '../../courses/courses.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { ReadSessions } from './read-sessions.js';

/** What stands around a cohort: its course, who holds it, its sessions. */
@Injectable()
export class Around {
  constructor(
    readonly teaching: Teaching,
    readonly organizations: Organizations,
    readonly sessions: ReadSessions,
  ) {}
}
