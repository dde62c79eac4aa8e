import ts from 'typescript';

/** @typedef {import('estree').Node & {parent?: import('estree').Node}} Node */

/**
 * What the parser knows of types.
 * @typedef {object} Services
 * @property {ts.Program} program
 * @property {(node: Node) => ts.Type} getTypeAtLocation
 */

/**
 * Finds reads and writes of a record by a key that may be any text: `record['constructor']` is there in every record, and
 * `record['__proto__']` is not the record's own. A function may do so where it asks `Object.hasOwn(record, key)`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const ownKeys = {
  meta: {
    type: 'problem',
    docs: { description: 'Ask Object.hasOwn before a record is read by a key that is data' },
    schema: [],
  },
  create(context) {
    const services = /** @type {Services} */ (/** @type {unknown} */ (context.sourceCode.parserServices));
    const checker = services.program.getTypeChecker();

    /** @param {Node} node */
    function isAnyText(node) {
      return (services.getTypeAtLocation(node).flags & ts.TypeFlags.String) !== 0;
    }

    /** @param {Node} node */
    function isRecord(node) {
      const type = checker.getNonNullableType(services.getTypeAtLocation(node));
      return type.getStringIndexType() !== undefined && !checker.isArrayType(type);
    }

    /** @param {Node} node */
    function isAsked({ parent, ...node }) {
      const { object, property } = /** @type {import('estree').MemberExpression} */ (node);
      const question = `Object.hasOwn(${context.sourceCode.getText(object)}, ${context.sourceCode.getText(property)})`;
      for (let around = /** @type {Node | undefined} */ (parent); around; around = around.parent) {
        if (/Function/.test(around.type) && context.sourceCode.getText(around).includes(question)) return true;
      }
      return false;
    }

    return {
      'MemberExpression[computed=true]'(/** @type {import('estree').MemberExpression & Node} */ node) {
        if (!isAnyText(node.property) || !isRecord(node.object) || isAsked(node)) return;
        const key = context.sourceCode.getText(node.property);
        context.report({ node, message: `Ask Object.hasOwn before reading a record by ${key}: a key may be \`constructor\`.` });
      },
    };
  },
};
