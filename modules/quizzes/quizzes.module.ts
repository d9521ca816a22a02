import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { AttemptDeviceController } from './http/attempt-device.controller.js';
import { QuizAnswersApiController } from './http/quiz-answers.api.controller.js';
import { QuizAttemptsApiController } from './http/quiz-attempts.api.controller.js';
import { QuizAttemptsPagesController } from './http/quiz-attempts.pages.controller.js';
import { QuizResultsPagesController } from './http/quiz-results.pages.controller.js';
import { QuizzesApiController } from './http/quizzes.api.controller.js';
import { QuizzesPagesController } from './http/quizzes.pages.controller.js';
import { CloseOverdueAttemptProcessor } from './jobs/close-overdue-attempt.processor.js';
import { LateQuizAnswerRepository } from './persistence/late-quiz-answer.repository.js';
import { QuizAnswerRepository } from './persistence/quiz-answer.repository.js';
import { QuizAnswerEntity, QuizAttemptEntity, QuizAttemptItemEntity } from './persistence/quiz-attempt.entity.js';
import { QuizAttemptRepository } from './persistence/quiz-attempt.repository.js';
import { QuizEntity, QuizVersionEntity } from './persistence/quiz.entity.js';
import { QuizRepository } from './persistence/quiz.repository.js';
import { quizzesPersonalData } from './quizzes.personal-data.js';
import { Quizzes } from './quizzes.public.js';
import { AccommodationsModule } from './accommodations.module.js';
import { AttemptClock } from './use-cases/attempt-clock.js';
import { AttemptShapes } from './use-cases/attempt-shapes.js';
import { CloseAttempt } from './use-cases/close-attempt.js';
import { KeepLateAnswers } from './use-cases/keep-late-answers.js';
import { OpenAttempt } from './use-cases/open-attempt.js';
import { PublishQuiz } from './use-cases/publish-quiz.js';
import { ReadQuizText } from './use-cases/read-quiz-text.js';
import { ReadAttempt } from './use-cases/read-attempt.js';
import { ReadPassedQuizzes } from './use-cases/read-passed-quizzes.js';
import { ReadQuizStatus } from './use-cases/read-quiz-status.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { StartAttempt } from './use-cases/start-attempt.js';
import { SubmitAttempt } from './use-cases/submit-attempt.js';

@Module({
  imports: [
    AccommodationsModule,
    CompetenciesModule,
    TypeOrmModule.forFeature([
      QuizEntity,
      QuizVersionEntity,
      QuizAttemptEntity,
      QuizAttemptItemEntity,
      QuizAnswerEntity,
    ]),
  ],
  controllers: [
    QuizzesPagesController,
    QuizAttemptsPagesController,
    AttemptDeviceController,
    QuizResultsPagesController,
    QuizzesApiController,
    QuizAttemptsApiController,
    QuizAnswersApiController,
  ],
  providers: [
    quizzesPersonalData,
    Quizzes,
    QuizRepository,
    QuizAttemptRepository,
    QuizAnswerRepository,
    LateQuizAnswerRepository,
    AttemptShapes,
    AttemptClock,
    PublishQuiz,
    ReadQuizStatus,
    ReadQuizText,
    ReadPassedQuizzes,
    OpenAttempt,
    StartAttempt,
    SaveAnswers,
    CloseAttempt,
    KeepLateAnswers,
    SubmitAttempt,
    ReadAttempt,
    CloseOverdueAttemptProcessor,
  ],
  exports: [AccommodationsModule, Quizzes, ReadQuizText],
})
export class QuizzesModule {}
