import { DefaultNamingStrategy } from 'typeorm';

/** Columns are snake_case in SQL and camelCase in TypeScript; nothing else is renamed. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
