/** A statement with a name is prepared once per connection; one without is planned every time. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Query {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}
