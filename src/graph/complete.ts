/** Resolvers `R` for documents `D`, with a resolver required for each field that `D` does not hold itself. */
export type Complete<R, D> = R & Required<Omit<R, keyof D | '__isTypeOf'>>;
