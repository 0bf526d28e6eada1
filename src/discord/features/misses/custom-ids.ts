import { lanes, type Lane } from '../../../core/labelling/labels.js';
import { readPeriod, type Period } from './period.js';

/** The feature's custom ids begin with this. */
export const missPrefix = 'miss';

/** A page of the list, from 0. */
export interface ListPlace {
  readonly period: Period;
  readonly page: number;
}

/** What concerns the list of the moderators. */
export type ListAction =
  | ({ readonly kind: 'turn' } & ListPlace)
  | ({ readonly kind: 'dismiss' | 'restore'; readonly missId: number } & ListPlace)
  | { readonly kind: 'export'; readonly period: Period };

/** What concerns somebody who wants to be told. */
export type TellAction =
  /** On a refusal: its question stands in the message. */
  | { readonly kind: 'tell'; readonly lane: Lane | null; readonly documentId: string | null }
  | { readonly kind: 'tell-of' | 'untell'; readonly missId: number };

export type MissAction = ListAction | TellAction;

/** At most 100 characters. */
export function writeMissId(action: MissAction): string {
  const parts = (): readonly (string | number)[] => {
    switch (action.kind) {
      case 'turn':
        return [action.period, action.page];
      case 'dismiss':
      case 'restore':
        return [action.period, action.page, action.missId];
      case 'export':
        return [action.period];
      case 'tell':
        return [action.lane ?? '', action.documentId ?? ''];
      case 'tell-of':
      case 'untell':
        return [action.missId];
    }
  };
  return [missPrefix, action.kind, ...parts()].join(':');
}

/** Null for an id that is not, or no longer, of this feature's making. */
export function readMissId(customId: string): MissAction | null {
  const [prefix, kind = '', first = '', second = '', third = ''] = customId.split(':');
  if (prefix !== missPrefix) return null;
  const period = readPeriod(first);
  switch (kind) {
    case 'turn': {
      const page = readNumber(second);
      return period !== null && page !== null ? { kind, period, page } : null;
    }
    case 'dismiss':
    case 'restore': {
      const [page, missId] = [readNumber(second), readNumber(third)];
      return period !== null && page !== null && missId !== null ? { kind, period, page, missId } : null;
    }
    case 'export':
      return period && { kind, period };
    case 'tell':
      return { kind, lane: lanes.find((lane) => lane === first) ?? null, documentId: second || null };
    case 'tell-of':
    case 'untell': {
      const missId = readNumber(first);
      return missId === null ? null : { kind, missId };
    }
    default:
      return null;
  }
}

function readNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const tellKinds: ReadonlySet<string> = new Set<TellAction['kind']>(['tell', 'tell-of', 'untell']);

export function isListAction(action: MissAction): action is ListAction {
  return !tellKinds.has(action.kind);
}
