import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PdfRenderer } from './pdf-renderer.js';
import { TypstRenderer } from './typst/typst-renderer.js';

/** The renderer for as long as the process lives; its drawing processes start with the first document and end with the application. */
@Injectable()
class ApplicationRenderer extends TypstRenderer implements OnApplicationShutdown {
  constructor() {
    super();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

/** Gives `PdfRenderer`. Jobs alone ask it for documents, so the web process, which holds the same modules, never starts a drawing process. */
@Module({
  providers: [{ provide: PdfRenderer, useClass: ApplicationRenderer }],
  exports: [PdfRenderer],
})
export class DocumentsModule {}
