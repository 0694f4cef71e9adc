import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const rapidCentreErrors = {
  'centre.case-elsewhere': { status: 409, severity: 'warning', title: { zh: '案件不在快速维权中心通道或者已结案', en: 'The case is not open in the lane of the centre' }, remedy: { zh: '先通过 POST /v1/lane-passages 分流并确认进入该通道', en: 'Triage it with POST /v1/lane-passages and confirm the lane first' } },
  'centre.result-unfit': { status: 422, severity: 'warning', title: { zh: '结果与服务类型不符', en: 'The result does not belong to the service' }, remedy: { zh: '预审：fit、papers-missing、unfit；援助：asked、given、referred', en: 'A pre-check: fit, papers-missing or unfit; aid: asked, given or referred' } },
} as const satisfies ProblemCatalogue;

export const rapidCentreProblem = problemsOf(rapidCentreErrors);
