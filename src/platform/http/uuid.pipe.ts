import { Injectable, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { httpProblem } from './http.errors.js';

/** An id in the address. One that cannot exist is answered like one that does not. */
@Injectable()
export class Uuid implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw httpProblem('subject.not-found');
    return value.toLowerCase();
  }
}
