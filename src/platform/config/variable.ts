import type { LocalizedText } from '../../kernel/text.js';

export interface VariableDescription {
  readonly about: LocalizedText;
  /** What may be put here, in words: printed when a value is refused. */
  readonly allowed: string;
  readonly secret?: true;
}

type Described = VariableDescription & { readonly name: string };
const described = new WeakMap<object, Described[]>();

/** Describes a configuration variable where it is declared. */
export function Variable(description: VariableDescription): PropertyDecorator {
  return (target, name) => {
    const rows = described.get(target.constructor) ?? [];
    rows.push({ ...description, name: String(name) });
    described.set(target.constructor, rows);
  };
}

Variable.all = (owner: object): readonly Described[] => described.get(owner) ?? [];

Variable.of = (owner: object, name: string): Described => {
  const row = Variable.all(owner).find((variable) => variable.name === name);
  if (row === undefined) throw new Error(`Variable ${name} is not described`);
  return row;
};
