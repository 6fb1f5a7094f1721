import { parseSync, Visitor } from "oxc-parser";

/** One module that a file asks for; `specifier` is null where it is computed and cannot be read. */
export type Import = { specifier: string | null; line: number };

/** What the boundary check needs to know of a source file. Lines count from 1. */
export type ModuleFacts = { imports: Import[]; environmentLines: number[]; syntaxError: string | null };

/**
 * Reads every way of naming another module (import, export from, import(), require(), and their forms for types
 * alone) and every use of `process.env`, whatever the file's quoting or layout.
 */
export function readModule(fileName: string, source: string): ModuleFacts {
  const parsed = parseSync(fileName, source);
  const lineOf = lineFinder(source);
  const imports: Import[] = [];
  const environmentLines: number[] = [];
  const add = (specifier: unknown, start: number) => {
    imports.push({ specifier: typeof specifier === "string" ? specifier : null, line: lineOf(start) });
  };

  new Visitor({
    ImportDeclaration(node) {
      add(node.source.value, node.start);
      const isProcess = /^(node:)?process$/.test(node.source.value);
      const takesEnv = node.specifiers.some(
        (each) => each.type === "ImportSpecifier" && "name" in each.imported && each.imported.name === "env",
      );
      if (isProcess && takesEnv) environmentLines.push(lineOf(node.start));
    },
    ExportNamedDeclaration(node) {
      if (node.source) add(node.source.value, node.start);
    },
    ExportAllDeclaration: (node) => add(node.source.value, node.start),
    ImportExpression: (node) => add(literalValue(node.source), node.start),
    TSImportType: (node) => add(node.source.value, node.start),
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "require") {
        add(literalValue(node.arguments[0]), node.start);
      }
    },
    MemberExpression(node) {
      if (propertyName(node) === "env" && isProcess(node.object)) environmentLines.push(lineOf(node.start));
    },
    VariableDeclarator(node) {
      if (node.id.type !== "ObjectPattern" || !node.init || !isProcess(node.init)) return;
      const takesEnv = node.id.properties.some(
        (each) => each.type === "Property" && "name" in each.key && each.key.name === "env",
      );
      if (takesEnv) environmentLines.push(lineOf(node.start));
    },
  }).visit(parsed.program);

  return { imports, environmentLines, syntaxError: parsed.errors[0]?.message ?? null };
}

type Syntax = { type: string };

/** `process`, and `globalThis.process`. */
function isProcess(node: Syntax): boolean {
  if (node.type === "Identifier") return "name" in node && node.name === "process";
  return node.type === "MemberExpression" && propertyName(node) === "process";
}

/** The property of `a.b` and of `a["b"]`. */
function propertyName(node: Syntax): unknown {
  if (!("property" in node) || !isSyntax(node.property)) return null;
  return node.property.type === "Identifier" && "name" in node.property
    ? node.property.name
    : literalValue(node.property);
}

/** The text of a string, also where it is written as a template without holes. */
function literalValue(node: unknown): unknown {
  if (!isSyntax(node)) return null;
  if (node.type === "Literal" && "value" in node) return node.value;
  if (node.type !== "TemplateLiteral" || !("quasis" in node) || !Array.isArray(node.quasis)) return null;
  return node.quasis.length === 1 ? node.quasis[0].value.cooked : null;
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "type" in value;
}

function lineFinder(source: string): (offset: number) => number {
  const lineEnds = [...source.matchAll(/\n/g)].map((match) => match.index);
  return (offset) => lineEnds.filter((end) => end < offset).length + 1;
}
