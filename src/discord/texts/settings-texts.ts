export interface MenuTexts {
  readonly label: string;
  readonly none: string;
}

/** What the feature says itself, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface SettingsTexts {
  readonly onlyManagers: string;
  readonly title: string;
  /** Below the title: who sees this, and when a change holds. */
  readonly line: string;
  /** `channel` is a mention, null for none; `isDefault` where the operator of the bot has set it. */
  readonly moderators: (channel: string | null, isDefault: boolean) => string;
  /** None for all. */
  readonly channels: (channels: readonly string[], isDefault: boolean) => string;
  /** Of the whole server. */
  readonly server: string;
  /** What a place asks by its own row. */
  readonly asks: (place: string, collections: string) => string;
  /** What the server asks where nothing is set for it. */
  readonly asksAll: string;
  /** What a place asks for which nothing is set. */
  readonly asksAsAbove: (place: string) => string;
  readonly morePlaces: (count: number) => string;
  /** Collections that no other server is given. */
  readonly own: (collections: string) => string;
  readonly noCollections: string;
  /** The texts that lie in no folder. */
  readonly noFolder: string;
  /** For a place whose collections are all gone. */
  readonly nothing: string;
  readonly pageOf: (page: number, pages: number) => string;
  /** Above each menu, whose placeholder is hidden by what is chosen; and what it means that nothing is. */
  readonly menu: Readonly<Record<'moderators' | 'channels' | 'place' | 'serverTexts' | 'own', MenuTexts>> & {
    /** `place` is a mention. */
    readonly placeTexts: (place: string) => MenuTexts;
  };
  readonly button: Readonly<Record<'server' | 'defaults' | 'earlier' | 'later', string>>;
  readonly saved: string;
  readonly notOwned: (collections: string) => string;
  readonly notGiven: string;
  /** The bot may not write in the channel that was chosen. */
  readonly cannotWrite: (channel: string) => string;
}
