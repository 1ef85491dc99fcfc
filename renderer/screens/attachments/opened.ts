import type { AttachmentContent } from '@shared/model/attachment';

/** What an opened file is shown as. A picture has the type of its kind: nothing in it is ever a page. */
export type Opened =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array };

export function openedOf({ kind, bytes }: AttachmentContent): Opened {
  if (kind === 'text') return { kind, text: new TextDecoder().decode(bytes) };
  if (kind === 'pdf') return { kind, bytes };
  const blob = new Blob([new Uint8Array(bytes)], { type: `image/${kind}` });
  return { kind: 'picture', url: URL.createObjectURL(blob) };
}

/** Lets go of what an opened file holds in memory. */
export function letGo(opened: Opened): void {
  if (opened.kind === 'picture') URL.revokeObjectURL(opened.url);
}
