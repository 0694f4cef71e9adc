export { Fine, FineInstalment, FinePayment } from './fine.entity.js';
export { FINE } from './fine.subject.js';
export { FinesModule } from './fines.module.js';
export { fineOrder, type MoneyDue } from './fines.opening.service.js';
