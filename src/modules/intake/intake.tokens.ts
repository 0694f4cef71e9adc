/** Numbers of receipts. */
export const RECEIPT_NUMBERS = Symbol('receipt numbers');
