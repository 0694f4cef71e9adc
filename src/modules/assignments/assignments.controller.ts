import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedCaseDto } from '../cases/index.js';
import { AllotCaseDto, AutoAssignedDto, ReleaseCaseDto } from './assignment.dto.js';
import { ChoiceService } from './assignments.choice.service.js';
import { AssignmentsService } from './assignments.service.js';

@ApiTags('assignments')
@Controller('v1/cases')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly choice: ChoiceService,
  ) {}

  @Post(':id/claim')
  @Permit('case.claim')
  @CommandRoute('case.claim', 'Take a case that nobody has; refused with who has it', MovedCaseDto)
  claim(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedCaseDto>> {
    return this.assignments.claim(acting, id);
  }

  @Post(':id/release')
  @Permit('case.claim')
  @CommandRoute('case.release', 'Give a case back that I am in charge of', MovedCaseDto)
  release(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: ReleaseCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.assignments.release(acting, id, reason);
  }

  @Post(':id/auto-assign')
  @Permit('case.assign')
  @CommandRoute('case.auto-assign', 'Put in charge who is skilled, there, and has least to do; says why it is not one of the others', AutoAssignedDto)
  autoAssign(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<AutoAssignedDto>> {
    return this.choice.autoAssign(acting, id);
  }

  @Post(':id/allot')
  @Permit('case.assign')
  @CommandRoute('case.allot', 'Give the case to a team', MovedCaseDto)
  allot(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { team }: AllotCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.assignments.allot(acting, id, team);
  }
}
