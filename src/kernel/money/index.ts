export { addMoney, centsOf, isMoney, moneyText, percentOf } from './money.js';
