/** One example: the value of each feature and the class, 1 or 0, with its weight in the loss. */
export interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly target: 0 | 1;
  readonly weight: number;
}

interface FitOptions {
  /** Strength of the L2 penalty on every weight's distance to its prior, per example. */
  readonly penalty: number;
  readonly iterations: number;
  /** Step length of the gradient descent. */
  readonly rate: number;
  /** The weights that the penalty pulls towards; 0 for features not named. */
  readonly priors: Readonly<Record<string, number>>;
  /** +1 and -1 bound a feature's weight to that side; features not named are free. */
  readonly signs: Readonly<Record<string, number>>;
}

/**
 * Logistic regression with an L2 penalty on the distance to prior weights (a Gaussian prior), by full-batch projected gradient descent (Hastie, Tibshirani, Friedman, "The
 * Elements of Statistical Learning", 2nd ed., 4.4 and 3.4): no random numbers, a fixed number of steps, so that equal
 * data give equal weights to the last digit.
 */
export function fitWeights(
  examples: readonly Example[],
  names: readonly string[],
  options: FitOptions,
): Map<string, number> {
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features, target, weight }) => ({
    target,
    weight,
    ...toSparse(features, index),
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const priors = names.map((name) => options.priors[name] ?? 0);
  const weights = Float64Array.from(priors);
  for (let step = 0; step < options.iterations; step++) {
    const gradient = new Float64Array(names.length);
    for (const { columns, values, target, weight } of rows) {
      let logit = 0;
      for (let i = 0; i < columns.length; i++) logit += (weights[columns[i] ?? 0] ?? 0) * (values[i] ?? 0);
      const error = (1 / (1 + Math.exp(-logit)) - target) * weight;
      for (let i = 0; i < columns.length; i++) {
        const column = columns[i] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + error * (values[i] ?? 0);
      }
    }
    for (const [column, name] of names.entries()) {
      const current = weights[column] ?? 0;
      const moved =
        current -
        options.rate * ((gradient[column] ?? 0) / total + options.penalty * (current - (priors[column] ?? 0)));
      const sign = options.signs[name] ?? 0;
      weights[column] = sign === 0 ? moved : sign > 0 ? Math.max(0, moved) : Math.min(0, moved);
    }
  }
  return new Map(names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 1000) / 1000]));
}

/** The columns and values of an example's features, in typed arrays: examples of hundreds of features take seconds, not minutes. */
function toSparse(
  features: ReadonlyMap<string, number>,
  index: ReadonlyMap<string, number>,
): { readonly columns: Uint32Array; readonly values: Float64Array } {
  const known = [...features].filter(([name, value]) => index.has(name) && value !== 0);
  return {
    columns: Uint32Array.from(known, ([name]) => index.get(name) ?? 0),
    values: Float64Array.from(known, ([, value]) => value),
  };
}
