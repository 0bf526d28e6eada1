import { describe, expect, test } from 'vitest';
import { unseenCues } from '#verbatim/core/labelling/unseen-reasons.js';
import { textKinds } from '#verbatim/core/text/document.js';
import { defaultLanguage, languages, textsFor } from '#verbatim/discord/texts/languages.js';

/** A text of a language, or a function that makes one, by its place such as `texts.button.more`. */
interface Leaf {
  readonly place: string;
  readonly value: unknown;
}

function listLeaves(value: unknown, place: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ place, value }];
  return Object.entries(value).flatMap(([key, inner]) => listLeaves(inner, place === '' ? key : `${place}.${key}`));
}

/** Places that name the language itself, or hold lists of its own length. */
const isOwn = (place: string): boolean => /^(?:discordLocales|smallTalk)\.|locale$/.test(place);
/** What is the same in both languages: names, and words that both have. */
const maySayTheSame =
  /^commands\.(?:commands\.pins\.name|options\.(?:text|in|summaryIn|link|name)\.name)$|^texts\.button\.etc$|\.(?:export|status)$/;

const leavesOf = new Map(
  languages.map((language) => [language, listLeaves(language, '').filter(({ place }) => !isOwn(place))]),
);

describe.each(languages.map((language) => [language.locale, language] as const))('the language %s', (_, language) => {
  const leaves = leavesOf.get(language) ?? [];

  test('has each text, and none besides', () => {
    const places = leaves.map(({ place }) => place).sort();
    expect(places).toEqual((leavesOf.get(defaultLanguage) ?? []).map(({ place }) => place).sort());
    expect(leaves.filter(({ value }) => typeof value === 'string' && value.trim() === '')).toEqual([]);
  });

  test('says everything in its own words', () => {
    if (language === defaultLanguage) return;
    const english = new Map((leavesOf.get(defaultLanguage) ?? []).map(({ place, value }) => [place, value]));
    const same = leaves.filter(
      ({ place, value }) => typeof value === 'string' && value === english.get(place) && !maySayTheSame.test(place),
    );
    expect(same).toEqual([]);
  });

  test('has words for each reason of a label, each permission and each kind of text', () => {
    const { texts } = language;
    for (const reason of Object.keys(unseenCues) as (keyof typeof unseenCues)[]) {
      expect(texts.whyUnseen[reason], reason).toMatch(/\p{L}/u);
    }
    for (const name of Object.keys(texts.permission) as (keyof typeof texts.permission)[]) {
      expect(texts.cannotThread([name]), name).toContain(`**${texts.permission[name]}**`);
    }
    const kinds = textKinds.map((kind) => texts.whyTextKind(kind, true));
    expect(new Set(kinds).size).toBe(textKinds.length);
    const english = new Set(textKinds.map((kind) => defaultLanguage.texts.whyTextKind(kind, true)));
    if (language !== defaultLanguage) expect(kinds.filter((kind) => english.has(kind))).toEqual([]);
  });

  test('makes a text of values where the others do', () => {
    const kinds = (all: readonly Leaf[]) => new Map(all.map(({ place, value }) => [place, typeof value]));
    expect(kinds(leaves)).toEqual(kinds(leavesOf.get(defaultLanguage) ?? []));
  });

  test('has names and descriptions of commands that Discord takes', () => {
    for (const { place, value } of leaves.filter((leaf) =>
      /^commands\.(?:commands|options|library)\./.test(leaf.place),
    )) {
      if (place.endsWith('.name')) expect(value, place).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      else expect(String(value).length, place).toBeLessThanOrEqual(100);
    }
    const { commands, menus, choices } = language.commands;
    const names = [...Object.values(commands).map(({ name }) => name), ...Object.values(menus)];
    expect(new Set(names).size).toBe(names.length);
    for (const name of Object.values(menus)) expect(name.length).toBeLessThanOrEqual(32);
    for (const name of Object.values(choices)) expect(name.length).toBeLessThanOrEqual(100);
  });

  test('has labels that fit on a button', () => {
    for (const { place, value } of leaves.filter((leaf) => /\.button\.[^.]+$/.test(leaf.place))) {
      if (typeof value === 'string') expect(value.length, place).toBeLessThanOrEqual(40);
    }
  });
});

test('a language is chosen by the locale, and the default for a language that there is none for', () => {
  for (const { locale, texts } of languages) {
    expect(textsFor(locale)).toBe(texts);
    expect(textsFor(`${locale}-XX`)).toBe(texts);
  }
  for (const locale of ['xx', null, undefined, 'dex']) expect(textsFor(locale)).toBe(defaultLanguage.texts);
});
