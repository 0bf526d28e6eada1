import { requireOwnForm, requireTrust } from '../safety/guard.js';
import { Refused } from '../safety/refused.js';
import type { Services, SiteContext } from '../services.js';

/** Most things that one form decides about. */
const maxChosen = 200;

/** A form of whoever has the token. */
export interface Form {
  readonly action: string;
  /** All values of a field. */
  all(name: string): readonly string[];
  /** The only value of a field; empty where there is none. */
  one(name: string): string;
}

/** Lets whoever has the token see a page, of which nothing is kept; gives what its forms carry. */
export function openModeration(c: SiteContext, { sessions }: Services): string {
  requireTrust(c);
  c.header('Cache-Control', 'no-store');
  const session = c.get('session');
  return session === null ? '' : sessions.formToken(session);
}

/** The form that was sent. Throws `Refused` for one of another site. */
export async function readForm(c: SiteContext, services: Services): Promise<Form> {
  requireTrust(c);
  const fields = await c.req.parseBody({ all: true });
  const all = (name: string): readonly string[] =>
    [fields[name] ?? []].flat().filter((value) => typeof value === 'string');
  const one = (name: string): string => all(name)[0] ?? '';
  requireOwnForm(c, one('form'), services);
  if (Object.keys(fields).some((name) => all(name).length > maxChosen)) {
    throw new Refused(400, `Choose at most ${maxChosen} at once.`);
  }
  return { action: one('action'), all, one };
}

/** How many things a form has changed, as the address after it says; null where no form can have. */
export function readCount(given = ''): number | null {
  return /^\d{1,3}$/.test(given) && Number(given) <= maxChosen ? Number(given) : null;
}
