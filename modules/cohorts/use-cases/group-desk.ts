import { Injectable } from '@nestjs/common';
import { People } from '../../people/people.public.js';
import { ReadGroup } from './read-group.js';
import { Teachers } from './teachers.js';

/** What an instructor has before them when they look at their group. */
@Injectable()
export class GroupDesk {
  constructor(
    readonly teachers: Teachers,
    readonly group: ReadGroup,
    readonly people: People,
  ) {}
}
