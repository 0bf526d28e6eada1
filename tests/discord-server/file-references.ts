import { ComponentType } from 'discord-api-types/v10';
import type { AttachmentJson, ComponentJson, MessageBody } from './bodies.js';
import { listComponents } from './component-tree.js';
import type { Problem } from './errors.js';
import type { UploadedFile } from './http.js';

const PREFIX = 'attachment://';

interface StoredAttachment extends AttachmentJson {
  url: string;
  size: number;
}

/** The problems of File components that name no file of the message; each must name one by `attachment://`. */
export function checkFileReferences(
  { components, attachments }: MessageBody,
  files: readonly UploadedFile[],
  edited: object | null,
): Problem[] {
  const kept = edited !== null && 'attachments' in edited ? (edited.attachments as AttachmentJson[]) : [];
  const named = [...(attachments ?? []), ...kept].map(({ filename }) => filename);
  const names = new Set([...files.map(({ name }) => name), ...named]);
  return listFiles(components ?? []).flatMap(({ path, component: { file } }) => {
    const url = file?.url ?? '';
    if (url.startsWith(PREFIX) && names.has(url.slice(PREFIX.length))) return [];
    return [
      {
        path: `${path}.file.url`,
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: 'The referenced attachment was not found.',
      },
    ];
  });
}

/** Puts addresses, names and sizes into File components, as Discord gives them back. */
export function resolveFileReferences(
  components: readonly ComponentJson[],
  attachments: readonly StoredAttachment[],
): void {
  for (const { component } of listFiles(components)) {
    const name = component.file?.url.slice(PREFIX.length);
    const found = attachments.find(({ filename }) => filename === name);
    if (found !== undefined) Object.assign(component, { file: { url: found.url }, name, size: found.size });
  }
}

function listFiles(components: readonly ComponentJson[]) {
  return listComponents(components).filter(({ component }) => component.type === ComponentType.File);
}
