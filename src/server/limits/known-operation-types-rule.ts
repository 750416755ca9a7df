import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Rejects operation types that the schema does not have, which would otherwise fail as internal errors. */
export function knownOperationTypesRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`This API has no ${node.operation}s`, { nodes: node }));
    },
  };
}
