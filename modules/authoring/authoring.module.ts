import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { authoringPersonalData } from './authoring.personal-data.js';
import { CourseDraftsApiController } from './http/course-drafts.api.controller.js';
import { DraftFilesApiController } from './http/draft-files.api.controller.js';
import { DraftMovesApiController } from './http/draft-moves.api.controller.js';
import { WaitingCourseDrafts } from './persistence/waiting.js';
import { DraftPicturesApiController } from './http/draft-pictures.api.controller.js';
import { PictureUploadFlow } from './http/picture-upload.flow.js';
import { PicturesOfDraftController } from './http/pictures.pages.controller.js';
import { CourseDraftPictureEntity } from './persistence/course-draft-picture.entity.js';
import { DraftPictureRepository } from './persistence/draft-picture.repository.js';
import { DraftPictures } from './use-cases/draft-pictures.js';
import { ReadDraftPictures } from './use-cases/read-draft-pictures.js';
import { SavePicture } from './use-cases/save-picture.js';
import { WithdrawalsController } from './http/withdrawals.controller.js';
import { WithdrawCourse } from './use-cases/withdraw-course.js';
import { DeskPagesController } from './http/desk.pages.controller.js';
import { DraftsPagesController } from './http/drafts.pages.controller.js';
import { FilesPagesController } from './http/files.pages.controller.js';
import { ItemsPagesController } from './http/items.pages.controller.js';
import { LessonChecksPagesController } from './http/lesson-checks.pages.controller.js';
import { CommunityApprovalEntity } from './persistence/community-approval.entity.js';
import { CourseDraftCommentEntity } from './persistence/course-draft-comment.entity.js';
import { CourseDraftFileEntity } from './persistence/course-draft-file.entity.js';
import { CourseDraftEntity } from './persistence/course-draft.entity.js';
import { DraftFileRepository } from './persistence/draft-file.repository.js';
import { DraftRepository } from './persistence/draft.repository.js';
import { ReviewRepository } from './persistence/review.repository.js';
import { AuthoringTrail } from './use-cases/authoring-trail.js';
import { BeginDraft } from './use-cases/begin-draft.js';
import { CommentOnDraft } from './use-cases/comment-on-draft.js';
import { DecideDraft } from './use-cases/decide-draft.js';
import { DraftStore } from './use-cases/draft-store.js';
import { ExamineDraft } from './use-cases/examine-draft.js';
import { ExportContent } from './use-cases/export-content.js';
import { FindDraft } from './use-cases/find-draft.js';
import { MoveDraft } from './use-cases/move-draft.js';
import { PublishDraft } from './use-cases/publish-draft.js';
import { ReadDifferences } from './use-cases/read-differences.js';
import { ReadDraftTexts } from './use-cases/read-draft-texts.js';
import { ReadDraft } from './use-cases/read-draft.js';
import { ReadDrafts } from './use-cases/read-drafts.js';
import { ReadFile } from './use-cases/read-file.js';
import { ReadItem } from './use-cases/read-item.js';
import { RecordApproval } from './use-cases/record-approval.js';
import { SaveFile } from './use-cases/save-file.js';
import { SayOfDraft } from './use-cases/say-of-draft.js';
import { TellPeople } from './use-cases/tell-people.js';
import { VersionTexts } from './use-cases/version-texts.js';

@Module({
  imports: [
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    CompetenciesModule,
    QuizzesModule,
    CoursesModule,
    TypeOrmModule.forFeature([
      CourseDraftEntity,
      CourseDraftFileEntity,
      CourseDraftCommentEntity,
      CourseDraftPictureEntity,
      CommunityApprovalEntity,
    ]),
  ],
  controllers: [
    DeskPagesController,
    FilesPagesController,
    ItemsPagesController,
    LessonChecksPagesController,
    DraftsPagesController,
    CourseDraftsApiController,
    DraftFilesApiController,
    DraftMovesApiController,
    PicturesOfDraftController,
    DraftPicturesApiController,
    WithdrawalsController,
  ],
  providers: [
    authoringPersonalData,
    DraftRepository,
    DraftFileRepository,
    DraftPictureRepository,
    DraftPictures,
    SavePicture,
    PictureUploadFlow,
    ReadDraftPictures,
    ReviewRepository,
    WaitingCourseDrafts,
    AuthoringTrail,
    DraftStore,
    FindDraft,
    VersionTexts,
    BeginDraft,
    SaveFile,
    ExamineDraft,
    ReadDraftTexts,
    ReadDrafts,
    ReadDraft,
    ReadFile,
    ReadItem,
    ReadDifferences,
    CommentOnDraft,
    RecordApproval,
    SayOfDraft,
    MoveDraft,
    PublishDraft,
    TellPeople,
    DecideDraft,
    ExportContent,
    WithdrawCourse,
  ],
  exports: [WaitingCourseDrafts],
})
export class AuthoringModule {}
