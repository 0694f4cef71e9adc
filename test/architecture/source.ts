import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A parsed source file; the path is relative to its repository, with slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Something that a rule refuses. Lines count from 1; 0 is the file as a whole. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export const isSpec = (path: string): boolean => /[.-]spec(-support)?\.ts$/.test(path);

export function parse(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every TypeScript file below `root`/`folders`. Fixtures violate on purpose and are left out, unless they are the root. */
export function readSources(root: string, ...folders: string[]): Source[] {
  const walk = (path: string): string[] => {
    if (relative(root, path).replaceAll('\\', '/') === 'test/architecture/fixtures') return [];
    return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => walk(join(path, name))) : [path];
  };
  return folders.flatMap((folder) => walk(join(root, folder))).filter((path) => path.endsWith('.ts')).map((path) => parse(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')));
}

export function finding({ path, tree }: Source, node: ts.Node, what: string): Finding {
  return { path, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, what };
}

/** Every node of the file for which `judge` has words. */
export function findIn(source: Source, judge: (node: ts.Node) => string | null | undefined): Finding[] {
  const found: Finding[] = [];
  const look = (node: ts.Node): void => {
    const what = judge(node);
    if (what !== null && what !== undefined) found.push(finding(source, node, what));
    ts.forEachChild(node, look);
  };
  look(source.tree);
  return found;
}

/** The words of a string or template literal; every substitution is a question mark. */
export function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `?${literal.text}`).join('');
}

/** Name of what is called: `fetch`, `repository.save` gives `save`. */
export function calledName(node: ts.Node): { readonly name: string; readonly owner: string | null } | null {
  if (!ts.isCallExpression(node)) return null;
  const { expression } = node;
  if (ts.isIdentifier(expression)) return { name: expression.text, owner: null };
  return ts.isPropertyAccessExpression(expression) ? { name: expression.name.text, owner: expression.expression.getText() } : null;
}

export function importedFrom(node: ts.Node): string | null {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier) || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return null;
  return node.moduleSpecifier.text;
}
