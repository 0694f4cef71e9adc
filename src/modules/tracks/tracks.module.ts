import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { FirstProceedings } from './tracks.service.js';

@Module({ imports: [ProceedingsModule], providers: [FirstProceedings], exports: [FirstProceedings] })
export class TracksModule {}
