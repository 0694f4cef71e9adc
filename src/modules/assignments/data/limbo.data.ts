/**
 * Days after which a case that nobody touches has to be explained, and is brought before the head where nothing explains it. A rule of the
 * house, not of law: a third of the ninety days within which an ordinary procedure comes to its decision (令2 第六十四条).
 */
export const LIMBO_DAYS = 30;
