import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AppointStaff } from '../use-cases/appoint-staff.js';
import { EndRole } from '../use-cases/end-role.js';
import { ReadStaff } from '../use-cases/read-staff.js';
import { ProviderAppointmentDto, EndingDto } from './staff.dto.js';
import { staffPage } from './staff.page.js';

/** Who works for a training provider, and in which role. */
@Controller('provider/staff')
@Requires({ organization: 'training-provider', roles: ['provider-administrator'] })
export class ProviderStaffPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readStaff: ReadStaff,
    private readonly appoint: AppointStaff,
    private readonly endRole: EndRole,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { confirmed, organizations } = await this.readStaff.execute(tx, 'provider-administrator');
      // Roles open doors: whoever changes them proves first that it is really them.
      if (!confirmed) return redirect('/profile/confirmation?returnTo=%2Fprovider%2Fstaff');
      return view('organizations/staff', staffPage('training-provider', organizations), { title: 'Staff' });
    });
  }

  @Post('memberships')
  @FormPage('show')
  async add(@Ctx() ctx: RequestContext, @Body() form: ProviderAppointmentDto) {
    await this.transaction.run(ctx, (tx) => this.appoint.execute(tx, form));
    return redirect('/provider/staff', { notice: 'The role is given. It counts from now on.' });
  }

  @Post('memberships/endings')
  @FormPage('show')
  async end(@Ctx() ctx: RequestContext, @Body() form: EndingDto) {
    await this.transaction.run(ctx, (tx) => this.endRole.execute(tx, form));
    return redirect('/provider/staff', { notice: 'The role has ended.' });
  }
}
