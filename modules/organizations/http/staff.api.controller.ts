import { Body, Controller, Get, HttpCode, Post, type Type } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { STAFFED, type StaffedKind } from '../domain/roles.js';
import { AppointStaff } from '../use-cases/appoint-staff.js';
import { EndRole } from '../use-cases/end-role.js';
import { ReadStaff, type StaffList } from '../use-cases/read-staff.js';
import { AppointmentDto, EndingDto } from './staff.dto.js';

/** Who works for an organization of that kind, for programs: by the same rules as on the page. */
export function staffApiOf(kind: StaffedKind): Type {
  const { administrator, path } = STAFFED[kind];

  @Controller(`api/v1/${path}`)
  @Requires({ organization: kind, roles: [administrator] })
  class StaffApiController {
    constructor(
      private readonly transaction: Transaction,
      private readonly readStaff: ReadStaff,
      private readonly appoint: AppointStaff,
      private readonly endRole: EndRole,
    ) {}

    /** The staff of each organization that the caller administers. */
    @Get()
    async list(@Ctx() ctx: RequestContext) {
      const { organizations } = await this.transaction.read(ctx, (tx) => this.readStaff.execute(tx, administrator));
      return { organizations: organizations.map(staffDocument) };
    }

    /** Gives somebody a role, within a quarter of an hour after the caller signed in. */
    @Post('memberships')
    add(@Ctx() ctx: RequestContext, @Body() body: AppointmentDto) {
      return this.transaction.run(ctx, (tx) => this.appoint.execute(tx, body));
    }

    /** Ends a role, within a quarter of an hour after the caller signed in. */
    @Post('memberships/endings')
    @HttpCode(200)
    end(@Ctx() ctx: RequestContext, @Body() body: EndingDto) {
      return this.transaction.run(ctx, async (tx) => {
        await this.endRole.execute(tx, body);
        return { membershipId: body.membershipId };
      });
    }
  }
  return StaffApiController;
}

function staffDocument({ organizationId, name, timeZone, members }: StaffList) {
  return {
    organizationId,
    name,
    timeZone,
    members: members.map(({ since, ...member }) => ({ ...member, since: since.toString() })),
  };
}
