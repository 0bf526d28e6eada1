/** Shorter parts are initials or marks of a nick: the `pt` of `gwil_pt`. */
const minLength = 3;

/** A name as it is used in a chat, in small letters, and what its marks and figures hold apart: `priya_k` is called `priya`. */
export function partsOfName(name: string): string[] {
  const whole = name.toLowerCase();
  const parts = whole.split(/[^\p{L}\p{M}]+/u).filter((part) => part.length >= minLength);
  return [...new Set([whole, ...parts])];
}
