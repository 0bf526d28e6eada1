import { randomBytes } from 'node:crypto';
import { MessageFlags } from 'discord.js';
import type { Card } from '../cards/card.js';

/** A card as discord.js takes it, with its files; nobody is mentioned, whatever it says. */
export function toBody({ components, files }: Card) {
  return {
    components,
    ...(files && { files: files.map(({ name, content }) => ({ attachment: Buffer.from(content, 'utf8'), name })) }),
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** The same for a new message that arrives once even if it is sent again: Discord knows a nonce that it has had already. */
export function toNewBody(card: Card) {
  return { ...toBody(card), nonce: randomBytes(12).toString('hex'), enforceNonce: true };
}

/** A card without files as Discord's own interface takes it; `nonce` is for a new message. */
export function toRawBody(card: Card, nonce: string | null = null) {
  const { components, flags } = toBody(card);
  return {
    components,
    flags,
    allowed_mentions: { parse: [] },
    ...(nonce !== null && { nonce, enforce_nonce: true }),
  };
}
