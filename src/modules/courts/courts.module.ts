import { Module } from '@nestjs/common';
import { CourtsController } from './courts.controller.js';
import { Courts } from './courts.service.js';

@Module({ controllers: [CourtsController], providers: [Courts], exports: [Courts] })
export class CourtsModule {}
