import { Module, type OnModuleInit } from '@nestjs/common';
import { Now } from '../../platform/http/clock.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { RoutingController } from './routing.controller.js';
import { RoutingService } from './routing.service.js';

@Module({ controllers: [RoutingController], providers: [RoutingService], exports: [RoutingService] })
export class RoutingModule implements OnModuleInit {
  constructor(
    private readonly routing: RoutingService,
    private readonly now: Now,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.routing.refresh(legalDay(this.now.date()));
  }
}
