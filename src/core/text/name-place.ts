import type { Place, PlacedSpan } from './derivation.js';

/** What a place is called in one language, each with what it is put together with. */
export interface PlaceWords {
  readonly paragraph: (numbers: string, areSeveral: boolean) => string;
  readonly page: (numbers: string, areSeveral: boolean) => string;
  readonly time: (clock: string) => string;
  /** `moment` is a day and a time, such as `2024-05-01 10:12`; null where it is not known. */
  readonly message: (moment: string | null) => string;
  readonly chapter: (title: string) => string;
  readonly savedOn: (day: string) => string;
}

/** What is known of where a quote stands in its document. */
export interface CitedPlace extends Pick<PlacedSpan, 'place' | 'lastPlace'> {
  /** From 1; `last` where it ends in another one. */
  readonly paragraph: number;
  readonly last?: number;
  readonly document?: { readonly savedOn?: string };
}

/** Where a quote stands, in the terms of its source: a page, a time, a message; else the paragraph. */
export function namePlace({ paragraph, last = paragraph, place, lastPlace, document }: CitedPlace, words: PlaceWords) {
  const name =
    (place && nameOwnPlace(place, lastPlace, words)) ??
    words.paragraph(last === paragraph ? String(paragraph) : `${paragraph}–${last}`, last !== paragraph);
  return document?.savedOn === undefined ? name : `${name}, ${words.savedOn(document.savedOn)}`;
}

function nameOwnPlace(place: Place, last: Place | undefined, words: PlaceWords): string {
  switch (place.kind) {
    case 'page':
      return last?.kind === 'page'
        ? words.page(`${labelPage(place)}–${labelPage(last)}`, true)
        : words.page(labelPage(place), false);
    case 'time':
      return words.time(last?.kind === 'time' ? `${labelTime(place.ms)}–${labelTime(last.ms)}` : labelTime(place.ms));
    case 'message':
      return words.message(place.at?.slice(0, 16).replace('T', ' ') ?? null);
    case 'chapter':
      return words.chapter(place.title);
  }
}

/** `12`, or `12 (xii)` where the page is printed or named otherwise. */
function labelPage({ page, printed }: Extract<Place, { kind: 'page' }>): string {
  return printed === null ? String(page) : `${page} (${printed})`;
}

/** `12:31`, `1:02:03`. */
function labelTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const pad = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
