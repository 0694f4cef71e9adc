export { Adjudication, AdjudicationAct } from './adjudication.entity.js';
export { ADJUDICATION } from './adjudication.subject.js';
export { AdjudicationsModule } from './adjudications.module.js';
export { PREFIX as ADJUDICATION_PREFIX, requested } from './adjudications.service.js';
