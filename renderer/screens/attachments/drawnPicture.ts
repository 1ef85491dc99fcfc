import { drawnSize, isTooLarge, surveyPicture } from '@shared/domain/pictures';
import type { PictureKind } from '@shared/model/attachment';

interface Picture {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

/** What a photograph loses by it is not seen. */
const quality = 0.92;

/**
 * Draws a picture in this sandboxed page, upright, and at most in the size that is kept. Null: it cannot be decoded, or
 * has more pixels than are decoded. Whoever gets the canvas lets go of it by a width of 0.
 */
export async function drawPicture({ kind, bytes }: Picture): Promise<HTMLCanvasElement | null> {
  const survey = surveyPicture(kind, bytes);
  if (survey === null || isTooLarge(survey)) return null;
  const decoded = await decode(new Blob([new Uint8Array(bytes)], { type: `image/${kind}` }));
  if (decoded === null) return null;
  // A camera that was held upright stores its picture lying down and says so: decoded it is upright.
  const size = drawnSize(decoded);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(decoded, 0, 0, size.width, size.height);
  }
  decoded.close();
  return context === null ? null : canvas;
}

/** The picture with nothing in it but its pixels; null where it cannot be drawn. */
export async function drawnAnew(picture: Picture): Promise<Uint8Array | null> {
  const canvas = await drawPicture(picture);
  if (canvas === null) return null;
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, `image/${picture.kind}`, quality);
  });
  canvas.width = 0;
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

async function decode(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
