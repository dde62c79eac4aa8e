import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

/** Whether keys of this type may be any text. @param {ts.Type} type @returns {boolean} */
function isAnyText(type) {
  if (type.isUnion()) return type.types.some(isAnyText);
  return (type.flags & ts.TypeFlags.String) !== 0;
}

/**
 * Demands that who reads an object by a key that may be any text asks `Object.hasOwn` of the same object and key first:
 * `constructor` and `__proto__` are keys of every object, and of no record. What is written is the same, but for a literal.
 * @type {import('eslint').Rule.RuleModule}
 */
export const ownMembers = {
  meta: { type: 'problem', docs: { description: 'Read records by their own members only' }, schema: [] },
  create(context) {
    const services = ESLintUtils.getParserServices(/** @type {any} */ (context));
    const checker = services.program.getTypeChecker();
    const { sourceCode } = context;

    /** Whether something around a node has asked for the member. @param {any} node @param {string} asked */
    function isAsked(node, asked) {
      for (let around = node.parent; around; around = around.parent) {
        if (/Function|Program/.test(around.type)) return sourceCode.getText(around).includes(asked);
      }
      return false;
    }

    return {
      'MemberExpression[computed=true]'(/** @type {any} */ node) {
        const object = services.getTypeAtLocation(node.object);
        if (!isAnyText(services.getTypeAtLocation(node.property))) return;
        if (checker.isArrayLikeType(object)) return;
        const asked = `Object.hasOwn(${sourceCode.getText(node.object)}, ${sourceCode.getText(node.property)})`;
        if (!isAsked(node, asked)) context.report({ node, message: `Ask ${asked} first: any text may be this key.` });
      },
    };
  },
};
