import { type Node, parse } from 'acorn';
import { ancestor } from 'acorn-walk';
import { FORBIDDEN_GLOBALS } from './module-loader';

/** What can be known of a built script without running it. */

export type ScriptFacts = {
  /** Why it does not parse. */
  broken: string | undefined;
  /** Files it requires, as written. */
  required: string[];
  /** Names it uses and nobody in it declares, but for those it only asks `typeof` about. */
  freeNames: Set<string>;
  /** Uses of code made from text. */
  codeFromText: string[];
  /** Members asked of `wx` by name. */
  wxMembers: Set<string>;
};

type AnyNode = Node & Record<string, unknown>;

/** Reads one script. Never throws: what does not parse says so. */
export function readScript(text: string): ScriptFacts {
  const facts: ScriptFacts = {
    broken: undefined,
    required: [],
    freeNames: new Set(),
    codeFromText: [],
    wxMembers: new Set(),
  };
  let program: AnyNode;
  try {
    program = parse(text, { ecmaVersion: 2020, sourceType: 'script' }) as unknown as AnyNode;
  } catch (error) {
    return { ...facts, broken: error instanceof Error ? error.message : String(error) };
  }
  const declared = declaredIn(program);
  ancestor(program as Node, {
    CallExpression: (node) => noteCall(node as unknown as AnyNode, facts),
    NewExpression: (node) => noteCall(node as unknown as AnyNode, facts),
    MemberExpression: (node) => noteMember(node as unknown as AnyNode, facts),
    Identifier: (node, _state, ancestors) =>
      noteName(node as unknown as AnyNode, ancestors as unknown as AnyNode[], declared, facts),
  });
  return facts;
}

/** Free names that WeChat's engines do not have, apart from a few that Taro asks about carefully. */
export function forbiddenNames(facts: ScriptFacts, allowed: readonly string[]): string[] {
  return [...facts.freeNames]
    .filter((name) => FORBIDDEN_GLOBALS.includes(name) && !allowed.includes(name))
    .sort();
}

function noteCall(node: AnyNode, facts: ScriptFacts): void {
  const callee = node.callee as AnyNode;
  const name = callee.type === 'Identifier' ? String(callee.name) : '';
  const [first] = node.arguments as AnyNode[];
  if (name === 'require' && first?.type === 'Literal') facts.required.push(String(first.value));
  if (name === 'eval' || name === 'Function') facts.codeFromText.push(name);
}

function noteMember(node: AnyNode, facts: ScriptFacts): void {
  const object = node.object as AnyNode;
  const property = node.property as AnyNode;
  if (object.type !== 'Identifier' || object.name !== 'wx') return;
  if (node.computed === false) facts.wxMembers.add(String(property.name));
  else if (property.type === 'Literal') facts.wxMembers.add(String(property.value));
}

function noteName(
  node: AnyNode,
  ancestors: AnyNode[],
  declared: Map<AnyNode, Set<string>>,
  facts: ScriptFacts,
): void {
  const name = String(node.name);
  const parent = ancestors.at(-2);
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return;
  if (ancestors.some((scope) => declared.get(scope)?.has(name))) return;
  if (askedBefore(name, ancestors)) return;
  facts.freeNames.add(name);
}

/** `typeof fetch !== 'undefined' && fetch(…)`: asked about in the same expression, so never reached. */
function askedBefore(name: string, ancestors: AnyNode[]): boolean {
  return ancestors.some((node) => {
    const test = (node.test ?? (node.type === 'LogicalExpression' ? node.left : undefined)) as
      | AnyNode
      | undefined;
    return test !== undefined && test !== null && asksTypeOf(test, name);
  });
}

function asksTypeOf(node: AnyNode, name: string): boolean {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof') {
    return (node.argument as AnyNode).name === name;
  }
  return ['left', 'right', 'argument']
    .map((key) => node[key] as AnyNode | undefined | null)
    .some((child) => child !== undefined && child !== null && asksTypeOf(child, name));
}

/** Which names each function, block or program declares; a `var` counts for its whole function. */
function declaredIn(program: AnyNode): Map<AnyNode, Set<string>> {
  const declared = new Map<AnyNode, Set<string>>();
  const add = (scope: AnyNode | undefined, names: string[]) => {
    if (scope === undefined) return;
    const known = declared.get(scope) ?? new Set();
    for (const name of names) known.add(name);
    declared.set(scope, known);
  };
  const scopeOf = (ancestors: AnyNode[]) =>
    ancestors.slice(0, -1).findLast((node) => isFunction(node) || node.type === 'Program');
  const noteFunction = (node: unknown, _state: unknown, ancestors: unknown) => {
    const it = node as AnyNode;
    add(it, ['arguments', ...(it.params as AnyNode[]).flatMap(namesIn)]);
    const own = it.id as AnyNode | null;
    if (own === null || own === undefined) return;
    add(it, namesIn(own));
    add(scopeOf(ancestors as AnyNode[]), namesIn(own));
  };
  ancestor(program as Node, {
    FunctionDeclaration: noteFunction,
    FunctionExpression: noteFunction,
    ArrowFunctionExpression: noteFunction,
    ClassDeclaration: (node, _state, ancestors) =>
      add(
        scopeOf(ancestors as unknown as AnyNode[]),
        namesIn((node as unknown as AnyNode).id as AnyNode),
      ),
    VariableDeclarator: (node, _state, ancestors) =>
      add(
        scopeOf(ancestors as unknown as AnyNode[]),
        namesIn((node as unknown as AnyNode).id as AnyNode),
      ),
    CatchClause: (node) => {
      const parameter = (node as unknown as AnyNode).param as AnyNode | null;
      if (parameter !== null) add(node as unknown as AnyNode, namesIn(parameter));
    },
  });
  return declared;
}

function isFunction(node: AnyNode): boolean {
  return /Function/.test(node.type);
}

/** The names a pattern binds. */
function namesIn(pattern: AnyNode | null): string[] {
  if (pattern === null) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ArrayPattern':
      return (pattern.elements as (AnyNode | null)[]).flatMap(namesIn);
    case 'ObjectPattern':
      return (pattern.properties as AnyNode[]).flatMap((property) =>
        namesIn((property.value ?? property.argument) as AnyNode),
      );
    case 'AssignmentPattern':
      return namesIn(pattern.left as AnyNode);
    case 'RestElement':
      return namesIn(pattern.argument as AnyNode);
    default:
      return [];
  }
}
