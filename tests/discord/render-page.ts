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

/** Discord's own colours. */
const themes = {
  dark: {
    page: '#313338',
    text: '#dbdee1',
    strong: '#f2f3f5',
    muted: '#949ba4',
    card: '#2b2d31',
    border: '#3f4147',
    button: '#4e5058',
    onButton: '#ffffff',
    menu: '#1e1f22',
    mention: '#3c4270',
    onMention: '#c9cdfb',
  },
  light: {
    page: '#ffffff',
    text: '#313338',
    strong: '#060607',
    muted: '#5c5e66',
    card: '#f2f3f5',
    border: '#e1e3e6',
    button: '#e3e5e8',
    onButton: '#313338',
    menu: '#ebedef',
    mention: '#dee0fc',
    onMention: '#505cdc',
  },
} as const;

export interface PageLook {
  readonly theme: keyof typeof themes;
  /** Width of the page in pixels: 390 for a phone. */
  readonly width: number;
}

export const looks = {
  phoneDark: { theme: 'dark', width: 390 },
  phoneLight: { theme: 'light', width: 390 },
  desktopDark: { theme: 'dark', width: 760 },
  desktopLight: { theme: 'light', width: 760 },
} as const satisfies Readonly<Record<string, PageLook>>;

function writeStyles({ theme, width }: PageLook): string {
  const colours = themes[theme];
  const isPhone = width < 500;
  return `
*{box-sizing:border-box}
body{margin:0;padding:${isPhone ? '12px' : '24px'};background:${colours.page};color:${colours.text};font:16px/1.375 "gg sans","Noto Sans",Helvetica,Arial,sans-serif;width:${width}px}
.message{display:flex;gap:${isPhone ? '10px' : '16px'};margin:0 0 20px}
.avatar{flex:none;width:${isPhone ? '32px' : '40px'};height:${isPhone ? '32px' : '40px'};border-radius:50%;background:#3b6ea5;color:#fff;font:700 20px/${isPhone ? '32px' : '40px'} Georgia,serif;text-align:center}
.body{flex:1;min-width:0}
.did{color:${colours.muted};font-size:14px;margin-bottom:4px}.did b{color:${colours.onMention};font-weight:500}
.name{font-weight:500;color:${colours.strong}}.app{background:#5865f2;color:#fff;border-radius:4px;font-size:10px;font-weight:600;padding:1px 5px;margin-left:4px;vertical-align:1px}
.time{color:${colours.muted};font-size:12px;margin-left:8px}
.text{margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.text h3{font-size:16px;line-height:1.375;margin:4px 0 0;color:${colours.strong}}
.text small{display:block;color:${colours.muted};font-size:12.5px;line-height:1.35;margin-top:2px}
.text small b{color:${colours.text}}
.text li{margin-left:18px;list-style:disc;display:list-item}
.container{background:${colours.card};border:1px solid ${colours.border};border-left:4px solid;border-radius:8px;padding:8px ${isPhone ? '10px' : '16px'} 12px;margin:8px 0;max-width:600px}
.row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 4px}
.button{background:${colours.button};color:${colours.onButton};border-radius:8px;font-size:14px;font-weight:500;padding:6px 14px}
.section{display:flex;gap:12px;align-items:flex-start;justify-content:space-between}
.menu{background:${colours.menu};color:${colours.muted};border-radius:8px;font-size:14px;padding:8px 12px;flex:1;max-width:610px}.menu::after{content:"\\25be";float:right}
.text h2{font-size:20px;line-height:1.3;margin:8px 0 2px;color:${colours.strong}}
.button.link::after{content:" \\2197";color:${colours.muted}}
.mention{background:${colours.mention};color:${colours.onMention};border-radius:3px;padding:0 2px}
s{opacity:.7}
.private{color:${colours.muted};font-size:12px}
`;
}

export function renderPage(messages: readonly ShownMessage[], look: PageLook = looks.desktopDark): string {
  return `<!doctype html><meta charset="utf-8"><title>Verbatim in Discord</title><style>${writeStyles(look)}</style>${messages.map(renderMessage).join('')}`;
}

function renderMessage({ caption, asker, components, isPrivate }: ShownMessage): string {
  const note = isPrivate === true ? '<div class="private">Only you can see this</div>' : '';
  return `<div class="message"><div class="avatar">“</div><div class="body"><div class="did"><b>${asker}</b> ${escapeHtml(caption)}</div>
<span class="name">Verbatim</span><span class="app">APP</span><span class="time">Today at 14:02</span>${components.map(renderComponent).join('')}${note}</div></div>`;
}

function renderComponent(component: ComponentJson): string {
  const {
    type,
    content,
    components = [],
    label,
    url,
    accent_color,
    options = [],
    placeholder,
  } = component as ComponentJson & {
    options?: readonly { label: string; default?: boolean }[];
    placeholder?: string;
  };
  const inner = components.map(renderComponent).join('');
  const { accessory } = component;
  if (accessory) return `<div class="section"><div>${inner}</div>${renderComponent(accessory)}</div>`;
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
  return `<span class="button${url ? ' link' : ''}">${escapeHtml(label ?? '')}</span>`;
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
      /&lt;t:\d+:([RTfDd])&gt;/g,
      (_, form: string) =>
        ({ R: 'a minute ago', T: '14:02:31', D: '4 October 2026', d: '04/10/2026' })[form] ?? '4 October 2026 14:01',
    )
    .replace(/&lt;@[!&]?\d+&gt;/g, '<span class="mention">@mara</span>')
    .replace(/&lt;#\d+&gt;/g, '<span class="mention">#general</span>')
    .replace(/\u0001(\d+)\u0002/g, (_, index: string) => kept[Number(index)] ?? '');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
