export { Fine, FineInstalment, FinePayment } from './fine.entity.js';
export { FINE } from './fine.subject.js';
export { attacked, fallen, moneyGather, upheld, type OpenMoney } from './fines.carried.queries.js';
export { FinesModule } from './fines.module.js';
export { fineOrder, type MoneyDue } from './fines.opening.service.js';
