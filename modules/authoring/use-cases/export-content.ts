import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, type PublishedVersion } from '../../courses/authoring.public.js';
import { checkContent } from '../../courses/courses.public.js';
import { ReadQuizText } from '../../quizzes/authoring.public.js';
import { VersionTexts } from './version-texts.js';

export interface ContentExport {
  /** Codes of the courses whose files were written. */
  readonly written: readonly string[];
  /** Codes of the courses whose files say what is in force already; they stay as they are. */
  readonly unchanged: readonly string[];
}

/** Writes the courses in force back as content files, so that a check finds nothing and a load does nothing. */
@Injectable()
export class ExportContent {
  constructor(
    private readonly versions: ReadVersions,
    private readonly texts: VersionTexts,
    private readonly quizzes: ReadQuizText,
  ) {}

  /** @param dir a content folder; what a course of another version left there in lessons, sessions and images goes */
  async execute(tx: Tx, dir: string): Promise<ContentExport> {
    if (!existsSync(join(dir, 'frameworks')))
      cpSync(join(projectRoot, 'content/frameworks'), join(dir, 'frameworks'), { recursive: true });
    const there = new Map(checkContent(dir).folders.map((folder) => [folder.name, folder]));
    const result = { written: [] as string[], unchanged: [] as string[] };
    for (const version of await this.versions.current(tx)) {
      const folder = there.get(version.courseCode);
      const quiz = await this.quizzes.current(tx, version.definition.quiz.code);
      const isThere =
        folder?.course && folder.quiz && quiz
          ? contentIdOf(folder.course) === version.id && contentIdOf(folder.quiz) === contentIdOf(quiz)
          : false;
      if (!isThere) await this.write(tx, join(dir, 'courses', version.courseCode), version);
      result[isThere ? 'unchanged' : 'written'].push(version.courseCode);
    }
    return result;
  }

  private async write(tx: Tx, folder: string, version: PublishedVersion): Promise<void> {
    for (const part of ['lessons', 'sessions', 'images'])
      for (const name of existsSync(join(folder, part)) ? readdirSync(join(folder, part)) : [])
        rmSync(join(folder, part, name));
    const put = (path: string, content: string | Buffer) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    for (const [path, text] of await this.texts.of(tx, version)) put(path, text);
    for (const { name, bytes } of await this.versions.pictures(tx, version)) put(`images/${name}`, bytes);
  }
}
