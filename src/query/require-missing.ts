/** The resolvers `R` for documents `D`. A resolver is required for each field that `D` does not have. */
export type RequireMissing<R, D> = R & Required<Omit<R, keyof D | '__isTypeOf'>>;
