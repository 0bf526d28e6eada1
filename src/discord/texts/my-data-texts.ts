/** What the feature says itself, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface MyDataTexts {
  readonly delete: string;
  readonly title: string;
  readonly nothing: string;
  /** By the name of the kind; one that has none here is shown by its name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** `first` and `last` are equal where there is one day only. */
  readonly counted: (count: number, first: string, last: string) => string;
  readonly moreTexts: (count: number) => string;
  readonly kept: (days: number) => string;
  readonly how: string;
  /** What pressing the button brings. */
  readonly consequences: string;
  readonly deleted: (count: number) => string;
  readonly nothingDeleted: string;
}
