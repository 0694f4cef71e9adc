/** Working numbers of case files. */
export const CASE_NUMBERS = Symbol('case numbers');
