import type { Interaction } from '../discord-server/interactions.js';
import type { Member, MessageLike, Where } from '../discord-server/member.js';

/** Presses a button of the private menu behind **…** on an answer. */
export async function pressInMenu(
  member: Member,
  message: MessageLike,
  label: string,
  where: Omit<Where, 'channel'> = {},
): Promise<Interaction> {
  const menu = await member.clickButton(message, '…', where).response();
  return member.clickButton(menu, label, where);
}
