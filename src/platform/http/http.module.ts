import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from '../access/access-check.js';
import { AccessGuard } from '../access/access.guard.js';
import { Callers } from '../access/callers.js';
import { RequestDoor } from '../access/request-door.js';
import { WhoAsks } from '../access/who-asks.js';
import { projectRoot } from '../../config/project-root.js';
import { HealthController } from '../health/health.controller.js';
import { MetricsServer } from '../health/metrics-server.js';
import { Metrics } from '../health/metrics.js';
import { ViewRenderer } from '../views/view-renderer.js';
import { FormPages } from './form-page.js';
import { FormTokens } from './form-tokens.js';
import { KeptForms } from './kept-forms.js';
import { LanguageController } from './language.controller.js';
import { PageWriter } from './page-writer.js';
import { ProblemPage } from './problem-page.js';
import { ProblemFilter } from './problem.filter.js';
import { SignInFirst } from './sign-in-first.js';
import { InputPipe } from './validation.js';

let pages: ViewRenderer | undefined; // compiled once in a process, also where it makes many applications, as tests do

/** The edge of the web process: who may, what was sent, how it is answered. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, LanguageController],
  providers: [
    FormPages,
    FormTokens,
    SignInFirst,
    Metrics,
    MetricsServer,
    KeptForms,
    Callers,
    WhoAsks,
    RequestDoor,
    AccessCheck,
    PageWriter,
    ProblemPage,
    { provide: ViewRenderer, useFactory: () => (pages ??= new ViewRenderer(projectRoot)) },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: InputPipe },
  ],
  exports: [ViewRenderer, AccessCheck],
})
export class HttpModule {}
