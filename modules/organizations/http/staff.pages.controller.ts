import { Body, Controller, Get, Post, type Type } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { STAFFED, type StaffedKind } from '../domain/roles.js';
import { AppointStaff } from '../use-cases/appoint-staff.js';
import { EndRole } from '../use-cases/end-role.js';
import { ReadStaff } from '../use-cases/read-staff.js';
import { AppointmentDto, EndingDto } from './staff.dto.js';
import { givenNotice, staffPage, staffPath } from './staff.page.js';

/** Who works for an organization of that kind, and in which role. */
export function staffPagesOf(kind: StaffedKind): Type {
  const { administrator, path } = STAFFED[kind];
  const here = staffPath(kind);

  @Controller(path)
  @Requires({ organization: kind, roles: [administrator] })
  class StaffPagesController {
    constructor(
      private readonly transaction: Transaction,
      private readonly readStaff: ReadStaff,
      private readonly appoint: AppointStaff,
      private readonly endRole: EndRole,
    ) {}

    @Get()
    show(@Ctx() ctx: RequestContext) {
      return this.transaction.read(ctx, async (tx) => {
        const { confirmed, organizations } = await this.readStaff.execute(tx, administrator);
        // Roles open doors: whoever changes them proves first that it is really them.
        if (!confirmed) return redirect(`/profile/confirmation?${new URLSearchParams({ returnTo: here }).toString()}`);
        return view('organizations/staff', staffPage(kind, organizations), { title: 'Staff' });
      });
    }

    @Post('memberships')
    @FormPage('show')
    async add(@Ctx() ctx: RequestContext, @Body() form: AppointmentDto) {
      await this.transaction.run(ctx, (tx) => this.appoint.execute(tx, form));
      return redirect(here, { notice: givenNotice(kind) });
    }

    @Post('memberships/endings')
    @FormPage('show')
    async end(@Ctx() ctx: RequestContext, @Body() form: EndingDto) {
      await this.transaction.run(ctx, (tx) => this.endRole.execute(tx, form));
      return redirect(here, { notice: 'The role has ended.' });
    }
  }
  return StaffPagesController;
}
