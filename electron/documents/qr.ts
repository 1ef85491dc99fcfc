import { create } from 'qrcode';

/** A QR code as rows of `1` (dark) and `0`, without its quiet zone; medium correction. */
export function qrRows(text: string): readonly string[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_x, x) => (data[y * size + x] ? '1' : '0')).join(''),
  );
}
