import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Now } from '../../platform/http/clock.js';
import { Queues } from '../../platform/queues/queues.js';
import { RapidCentreService } from './rapid-centre.service.js';

/** A case that leaves the lane, or is closed, gives its places back to others. */
@Injectable()
export class RapidCentreJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly now: Now,
    private readonly service: RapidCentreService,
  ) {}

  onModuleInit(): void {
    this.queues.handle('rapid-centre.release', ({ subjectId }) => this.service.releaseLeftBehind({ claims: systemClaims('rapid-centre'), permissions: new Set(), agency: '', at: this.now.date() }, subjectId));
  }
}
