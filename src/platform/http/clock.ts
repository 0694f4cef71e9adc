/** The time of the process, injected so that tests can set it. */
export abstract class Now {
  abstract date(): Date;
}

export class SystemNow extends Now {
  date(): Date {
    return new Date();
  }
}
