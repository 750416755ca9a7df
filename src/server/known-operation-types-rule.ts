import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses operations of a type that the schema does not have; without it, they fail as if by our fault. */
export function knownOperationTypesRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`There are no ${node.operation}s here`, { nodes: node }));
    },
  };
}
