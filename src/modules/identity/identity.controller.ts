import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { PERMISSIONS, type PermissionRow } from './data/permissions.data.js';
import { ROLES, type Role } from './data/roles.data.js';
import { Reference, type AgencyShown, type MeasureShown } from './identity.reference.js';
import { AgencyDto, AgencyList, AgencyParams, MeasureDto, MeasureList, MeasureParams, RoleList } from './reference.dto.js';

interface RoleShown extends Omit<Role, 'permissions' | 'alone'> {
  readonly alone: boolean;
  readonly permissions: readonly PermissionRow[];
}

const ROLES_SHOWN: readonly RoleShown[] = (ROLES as readonly Role[]).map((role) => ({ ...role, alone: role.alone === true, permissions: PERMISSIONS.filter(({ code }) => role.permissions.includes(code)) }));

@ApiTags('reference')
@Controller('v1')
export class IdentityController {
  constructor(private readonly reference: Reference) {}

  @Get('measures')
  @Permit('measure.read')
  @ReadRoute('The 25 measures of 2021 and who answers for them', MeasureList)
  measures(@Act() { claims }: Acting): Promise<Page<MeasureShown>> {
    return this.reference.measures(claims);
  }

  @Get('measures/:number')
  @Permit('measure.read')
  @ReadRoute('One measure', MeasureDto)
  measure(@Act() { claims }: Acting, @Param() { number }: MeasureParams): Promise<MeasureShown> {
    return this.reference.measure(claims, number);
  }

  @Get('agencies')
  @Permit('agency.read')
  @ReadRoute('Agencies and units that a case, an account or a measure may name', AgencyList)
  agencies(@Act() { claims }: Acting): Promise<Page<AgencyShown>> {
    return this.reference.agencies(claims);
  }

  @Get('agencies/:code')
  @Permit('agency.read')
  @ReadRoute('One agency', AgencyDto)
  agency(@Act() { claims }: Acting, @Param() { code }: AgencyParams): Promise<AgencyShown> {
    return this.reference.agency(claims, code);
  }

  @Get('roles')
  @Permit('account.read-own')
  @ReadRoute('Roles and what each may do', RoleList)
  roles(): Page<RoleShown> {
    return { items: ROLES_SHOWN, next: null };
  }
}
