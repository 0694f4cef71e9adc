import { Injectable } from '@nestjs/common';
import { centsOf, moneyText } from '../../kernel/money/index.js';
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
    const { offence, day = legalDay(at), goods, cost, fees, made, directLoss, punishedWithinTwoYears } = question;
    const { pieces, marks, works, downloads, clicks, members } = question;
    const threshold = CRIMINAL_THRESHOLDS.find(({ code, effectiveFrom, effectiveTo }) => code === offence && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo));
    if (threshold === undefined) throw routingProblem('threshold.not-in-force', { members: { offence, day } });
    const sum = goodsSum(goods, CRIMINAL_SUMS);
    const { businessAmount, illegalIncome, compared, met } = crimeOf({ threshold, goods: sum, cost, fees, made, counts: { pieces, marks, works, downloads, clicks, members }, directLoss, punishedWithinTwoYears, day });
    return {
      offence: { code: offence, ...threshold.offence }, day,
      criminal: { ...sum, steps: [...sum.steps], unvalued: [...sum.unvalued], businessAmount, illegalIncome, incomeBasis: CRIMINAL_SUMS.income, feesBasis: fees === undefined ? null : CRIMINAL_SUMS.fees, compared: compared.map(({ figure, limit, given, reached, basis }) => ({ figure, limit, given, reached, basis })), met },
      administrative: administrative(question, sum.sold, day),
    };
  }
}

/** Received is what the goods and fees brought in, unless the sum was found in another way. */
function administrative({ outlays = [], refunded = '0', received, fees = '0', notFound }: ThresholdQuestionDto, sold: string, day: string): AdministrativeFigureDto | null {
  if (day < ADMINISTRATIVE_INCOME.from) return null;
  const found = administrativeIncome(received ?? moneyText(centsOf(sold) + centsOf(fees)), outlays.map(({ kind = 'outlay', ...rest }) => ({ ...rest, kind })), refunded, ADMINISTRATIVE_INCOME);
  return doubted({ ...found, steps: [...found.steps], basis: ADMINISTRATIVE_INCOME.received, notFound: null }, notFound);
}

/** What cannot be found out is not computed; it weighs in the fine. */
function doubted(shown: AdministrativeFigureDto, notFound: ThresholdQuestionDto['notFound']): AdministrativeFigureDto {
  if (notFound === undefined) return shown;
  const doubt = { extent: notFound, weighs: 'fine', approval: 'principal-head', basis: notFound === 'whole' ? ADMINISTRATIVE_INCOME.notComputed : ADMINISTRATIVE_INCOME.partly };
  return notFound === 'whole' ? { ...shown, amount: null, toConfiscate: null, notFound: doubt } : { ...shown, notFound: doubt };
}
