import { isRFC3339, IsRFC3339, ValidateBy } from 'class-validator';
import { isInstant } from '../../kernel/clock/index.js';

/** Says nothing of a text that has another shape: that is named already. */
const exists = ValidateBy({ name: 'isInstant', validator: { validate: (value: unknown) => !isRFC3339(value) || isInstant(String(value)), defaultMessage: () => '$property names no instant that exists' } });

/** RFC 3339 with offset, of a day and a second that exist: JavaScript would take 30 February for 2 March, and stumble over a leap second. */
export function IsInstant(): PropertyDecorator {
  return (target, property) => {
    IsRFC3339()(target, property);
    exists(target, property);
  };
}
