import type { Problem } from './errors.js';

export function tooLong(path: string, text: string | null | undefined, max: number): Problem[] {
  if (text === undefined || text === null || text.length <= max) return [];
  const message = `Must be ${max} or fewer in length (is ${text.length}).`;
  return [{ path, code: 'BASE_TYPE_MAX_LENGTH', message }];
}

export function refuse(path: string, message: string): Problem[] {
  return [{ path, code: 'BASE_TYPE_BAD_VALUE', message }];
}

export function prefixProblems(prefix: string, problems: readonly Problem[]): Problem[] {
  return problems.map((each) => ({ ...each, path: each.path === '' ? prefix : `${prefix}.${each.path}` }));
}
