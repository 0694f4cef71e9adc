import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';

export const spotCheckErrors = {
  'key-target.already-listed': { status: 409, severity: 'warning', title: { zh: '该企业已在本单位的重点抽查名单', en: 'The firm is on the key list of this agency already' }, remedy: { zh: '见 GET /v1/key-targets；依据有变化的，先移出再列入', en: 'See GET /v1/key-targets; to change the ground, take it off and list it again' } },
  'check-draw.pool-twice': { status: 422, severity: 'warning', title: { zh: '抽查对象重复', en: 'A firm stands in the pool twice' }, remedy: { zh: '同一统一社会信用代码（无代码的，同一名称）只填一次，见 identifiers', en: 'Name each credit code once, or each name where there is none: see identifiers' } },
} as const satisfies ProblemCatalogue;

export const spotCheckProblem = problemsOf(spotCheckErrors);
