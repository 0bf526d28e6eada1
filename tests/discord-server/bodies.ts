import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';

/** Any component of a message or modal, as it travels in JSON; which fields belong to which type is the schemas' affair. */
export interface ComponentJson {
  type: ComponentType;
  id?: number | null;
  custom_id?: string | null;
  style?: ButtonStyle | TextInputStyle;
  label?: string | null;
  description?: string | null;
  url?: string | null;
  sku_id?: string | null;
  emoji?: object | null;
  disabled?: boolean | null;
  content?: string;
  placeholder?: string | null;
  value?: string | null;
  min_length?: number | null;
  max_length?: number | null;
  min_values?: number | null;
  max_values?: number | null;
  required?: boolean | null;
  options?: SelectOptionJson[];
  components?: ComponentJson[];
  /** Button or thumbnail beside a section's text. */
  accessory?: ComponentJson;
  /** The one input inside a modal's label. */
  component?: ComponentJson;
  media?: { url: string };
  file?: { url: string };
  items?: { media: { url: string } }[];
  accent_color?: number | null;
}

export interface SelectOptionJson {
  label: string;
  value: string;
  description?: string | null;
  default?: boolean | null;
}

export interface EmbedJson {
  title?: string | null;
  description?: string | null;
  fields?: { name: string; value: string }[] | null;
  footer?: { text?: string | null } | null;
  author?: { name?: string | null } | null;
}

export interface AllowedMentionsJson {
  parse?: string[] | null;
  users?: string[] | null;
  roles?: string[] | null;
  replied_user?: boolean | null;
}

export interface AttachmentJson {
  id: string | number;
  filename?: string | null;
  description?: string | null;
}

/** What a bot sends to create or edit a message, over whichever route. */
export interface MessageBody {
  content?: string | null;
  embeds?: EmbedJson[] | null;
  components?: ComponentJson[] | null;
  attachments?: AttachmentJson[] | null;
  flags?: number | null;
  allowed_mentions?: AllowedMentionsJson | null;
  message_reference?: { message_id: string; channel_id?: string | null; fail_if_not_exists?: boolean | null } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  tts?: boolean | null;
  poll?: object | null;
  sticker_ids?: string[] | null;
}

export interface ChoiceJson {
  name: string;
  name_localizations?: Record<string, string> | null;
  value: string | number;
}

export interface ModalJson {
  custom_id: string;
  title: string;
  components: ComponentJson[];
}

/** The body of an interaction callback; `data` depends on `type`. */
export interface CallbackBody {
  type: number;
  data?: (MessageBody & Partial<ModalJson> & { choices?: ChoiceJson[] | null }) | null;
}

export interface CommandOptionJson {
  type: ApplicationCommandOptionType;
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: ChoiceJson[] | null;
  options?: CommandOptionJson[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
}

export interface CommandBody {
  id?: string | null;
  type?: ApplicationCommandType | null;
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string | null;
  description_localizations?: Record<string, string> | null;
  options?: CommandOptionJson[] | null;
  default_member_permissions?: string | number | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  dm_permission?: boolean | null;
  nsfw?: boolean | null;
}
