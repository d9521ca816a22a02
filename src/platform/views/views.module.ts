import { Global, Module } from '@nestjs/common';
import { projectRoot } from '../../config/project-root.js';
import { ViewRenderer } from './view-renderer.js';

/** The one renderer of the process; templates are read and compiled when it starts. */
@Global()
@Module({
  providers: [{ provide: ViewRenderer, useFactory: () => new ViewRenderer(projectRoot) }],
  exports: [ViewRenderer],
})
export class ViewsModule {}
