import { Module, type DynamicModule } from '@nestjs/common';
import { BusinessModule } from './business.module.js';
import type { Config } from './config/config.js';
import { GalleryModule } from './platform/gallery/gallery.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The web process. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forProcess('web', config), BusinessModule, GalleryModule, HttpModule],
    };
  }
}
