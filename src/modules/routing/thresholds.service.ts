import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting } from '../../platform/http/acting.js';
import { ADMINISTRATIVE_INCOME, CRIMINAL_SUMS, CRIMINAL_THRESHOLDS } from './data/criminal-thresholds.data.js';
import { administrativeIncome, crimeOf, goodsSum } from './domain/criminal-sums.rules.js';
import { routingProblem } from './routing.errors.js';
import type { AdministrativeFigureDto, ThresholdAnswerDto, ThresholdQuestionDto } from './threshold.dto.js';

/** The calculator of thresholds. It writes nothing and decides nothing. */
@Injectable()
export class ThresholdsService {
  /** Throws where no row of the offence was in force on the day. */
  calculate({ at }: Acting, question: ThresholdQuestionDto): ThresholdAnswerDto {
    const { offence, day = legalDay(at), goods, cost, directLoss, punishedWithinTwoYears } = question;
    const { pieces, marks, works, downloads, clicks, members } = question;
    const threshold = CRIMINAL_THRESHOLDS.find(({ code, effectiveFrom, effectiveTo }) => code === offence && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo));
    if (threshold === undefined) throw routingProblem('threshold.not-in-force', { members: { offence, day } });
    const sum = goodsSum(goods, CRIMINAL_SUMS);
    const { businessAmount, illegalIncome, compared, met } = crimeOf({ threshold, goods: sum, cost, counts: { pieces, marks, works, downloads, clicks, members }, directLoss, punishedWithinTwoYears, day });
    return {
      offence: { code: offence, ...threshold.offence }, day,
      criminal: { ...sum, steps: [...sum.steps], unvalued: [...sum.unvalued], businessAmount, illegalIncome, incomeBasis: CRIMINAL_SUMS.income, compared: compared.map(({ figure, limit, given, reached, basis }) => ({ figure, limit, given, reached, basis })), met },
      administrative: administrative(question, sum.sold, day),
    };
  }
}

function administrative({ outlays = [], refunded = '0' }: ThresholdQuestionDto, received: string, day: string): AdministrativeFigureDto | null {
  if (day < ADMINISTRATIVE_INCOME.from) return null;
  const found = administrativeIncome(received, outlays.map(({ kind = 'outlay', ...rest }) => ({ ...rest, kind })), refunded, ADMINISTRATIVE_INCOME);
  return { ...found, steps: [...found.steps], basis: ADMINISTRATIVE_INCOME.received };
}
