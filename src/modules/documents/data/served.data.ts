/** Documents whose service starts clocks of their proceeding, and the command that serves them. The service of every other one is recorded by itself. */
export const SERVED_BY: Readonly<Record<string, string>> = {
  'penalty-notice': 'penalty.serve-notice',
  'hearing-notice': 'penalty.serve-hearing-notice',
  'penalty-decision': 'penalty.serve-decision',
  'no-penalty-decision': 'penalty.serve-decision',
  'demand-letter': 'fine.serve-demand',
  'adjudication-answer-notice': 'adjudication.serve-request',
  'adjudication-evidence-notice': 'adjudication.serve-evidence-notice',
  'adjudication-hearing-notice': 'adjudication.serve-hearing-notice',
  'adjudication-decision': 'adjudication.serve-decision',
  'listing-notice': 'listing.serve-notice',
  'listing-decision': 'listing.serve-decision',
};
