/**
 * Messages of the bot as an HTML page in Discord's look, to be looked at;
 * `npx vitest run --config tests/discord/render-page.config.ts` writes some of them to the folder RENDER_FOLDER.
 */
import { ComponentType } from 'discord-api-types/v10';
import type { ComponentJson } from '../discord-server/bodies.js';

export interface ShownMessage {
  /** What the member did, above the message. */
  caption: string;
  asker: string;
  components: readonly ComponentJson[];
  isPrivate?: boolean;
}

const maxMenuLength = 64;

const styles = `
body{margin:0;padding:24px;background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans",Helvetica,Arial,sans-serif;width:760px}
.message{display:flex;gap:16px;margin:0 0 28px}
.avatar{flex:none;width:40px;height:40px;border-radius:50%;background:#3b6ea5;color:#fff;font:700 20px/40px Georgia,serif;text-align:center}
.body{flex:1;min-width:0}
.did{color:#949ba4;font-size:14px;margin-bottom:4px}.did b{color:#c9cdfb;font-weight:500}
.name{font-weight:500;color:#f2f3f5}.app{background:#5865f2;color:#fff;border-radius:4px;font-size:10px;font-weight:600;padding:1px 5px;margin-left:4px;vertical-align:1px}
.time{color:#949ba4;font-size:12px;margin-left:8px}
.text{margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.text h3{font-size:16px;line-height:1.375;margin:4px 0 0;color:#f2f3f5}
.text small{display:block;color:#949ba4;font-size:12.5px;line-height:1.35;margin-top:2px}
.text small b{color:#b5bac1}
.text li{margin-left:18px;list-style:disc;display:list-item}
.container{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid;border-radius:8px;padding:8px 16px 12px;margin:8px 0;max-width:600px}
.row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 4px}
.button{background:#4e5058;color:#fff;border-radius:8px;font-size:14px;font-weight:500;padding:6px 14px}
.menu{background:#1e1f22;color:#949ba4;border-radius:8px;font-size:14px;padding:8px 12px;flex:1;max-width:610px}.menu::after{content:"\\25be";float:right}
.text h2{font-size:20px;line-height:1.3;margin:8px 0 2px;color:#f2f3f5}
.button.link::after{content:" \\2197";color:#b5bac1}
.mention{background:#3c4270;color:#c9cdfb;border-radius:3px;padding:0 2px}
s{opacity:.7}
.private{color:#949ba4;font-size:12px}
`;

export function renderPage(messages: readonly ShownMessage[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Verbatim in Discord</title><style>${styles}</style>${messages.map(renderMessage).join('')}`;
}

function renderMessage({ caption, asker, components, isPrivate }: ShownMessage): string {
  const note = isPrivate === true ? '<div class="private">👁 Only you can see this</div>' : '';
  return `<div class="message"><div class="avatar">“</div><div class="body"><div class="did"><b>${asker}</b> ${escapeHtml(caption)}</div>
<span class="name">Verbatim</span><span class="app">APP</span><span class="time">Today at 14:02</span>${components.map(renderComponent).join('')}${note}</div></div>`;
}

function renderComponent(component: ComponentJson): string {
  const {
    type,
    content,
    components = [],
    label,
    emoji,
    url,
    accent_color,
    options = [],
    placeholder,
  } = component as ComponentJson & {
    emoji?: { name?: string } | null;
    options?: readonly { label: string; default?: boolean }[];
    placeholder?: string;
  };
  const inner = components.map(renderComponent).join('');
  if (type === ComponentType.TextDisplay) return `<div class="text">${renderMarkdown(content ?? '')}</div>`;
  if (type === ComponentType.Container) {
    return `<div class="container" style="border-left-color:#${(accent_color ?? 0).toString(16).padStart(6, '0')}">${inner}</div>`;
  }
  if (type === ComponentType.ActionRow) return `<div class="row">${inner}</div>`;
  if (type === ComponentType.StringSelect) {
    const chosen = options.filter((option) => option.default === true).map((option) => option.label);
    const shown = chosen.length > 0 ? shorten(chosen.join(', ')) : (placeholder ?? '');
    return `<span class="menu">${escapeHtml(shown)}</span>`;
  }
  return `<span class="button${url ? ' link' : ''}">${emoji?.name ? `${emoji.name} ` : ''}${escapeHtml(label ?? '')}</span>`;
}

function shorten(text: string): string {
  return text.length > maxMenuLength ? `${text.slice(0, maxMenuLength)}…` : text;
}

/** As much of Discord's Markdown as the bot uses; an escaped sign is taken out first and put back last. */
function renderMarkdown(source: string): string {
  const kept: string[] = [];
  const masked = source.replace(/\\([^0-9A-Za-z\s])/g, (_, sign: string) => {
    kept.push(escapeHtml(sign));
    return `\u0001${kept.length - 1}\u0002`;
  });
  const lines = escapeHtml(masked)
    .split('\n')
    .map((line) =>
      line
        .replace(/^### (.*)$/, '<h3>$1</h3>')
        .replace(/^## (.*)$/, '<h2>$1</h2>')
        .replace(/^-# (.*)$/, '<small>$1</small>')
        .replace(/^- (.*)$/, '<li>$1</li>'),
    );
  return lines
    .join('\n')
    .replace(/(<\/h[23]>|<\/small>|<\/li>)\n/g, '$1')
    .replace(/\n(<small>)/g, '$1')
    .replace(/\*\*(.+?)\*\*/gs, '<b>$1</b>')
    .replace(/__(.+?)__/gs, '<u>$1</u>')
    .replace(/~~(.+?)~~/gs, '<s>$1</s>')
    .replace(/\*(\S.*?)\*/gs, '<i>$1</i>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
    .replace(
      /&lt;t:\d+:([RTfD])&gt;/g,
      (_, form: string) => ({ R: 'a minute ago', T: '14:02:31', D: '4 October 2026' })[form] ?? '4 October 2026 14:01',
    )
    .replace(/&lt;@[!&]?\d+&gt;/g, '<span class="mention">@mara</span>')
    .replace(/&lt;#\d+&gt;/g, '<span class="mention">#general</span>')
    .replace(/\u0001(\d+)\u0002/g, (_, index: string) => kept[Number(index)] ?? '');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
