import { isPicture, type AttachmentContent } from '@shared/model/attachment';
import { drawPicture } from './drawnPicture';

/** What an opened file is shown as. A picture is drawn anew also here: a ballot may come from anybody. */
export type Opened =
  | { readonly kind: 'text'; readonly text: string }
  /** Null: it cannot be drawn. */
  | { readonly kind: 'picture'; readonly canvas: HTMLCanvasElement | null }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array };

export async function openedOf({ kind, bytes }: AttachmentContent): Promise<Opened> {
  if (isPicture(kind)) return { kind: 'picture', canvas: await drawPicture({ kind, bytes }) };
  return kind === 'text' ? { kind, text: new TextDecoder().decode(bytes) } : { kind: 'pdf', bytes };
}

/** Lets go of what an opened file holds in memory. */
export function letGo(opened: Opened): void {
  if (opened.kind === 'picture' && opened.canvas !== null) opened.canvas.width = 0;
}
