/** The minutes before they are written: what stands below what, without any library for the format. */
export type Block =
  | {
      readonly kind: 'title' | 'subtitle' | 'heading' | 'status' | 'caption' | 'para' | 'item' | 'code';
      readonly text: string;
    }
  /** Three texts on one line: left, middle, right. */
  | { readonly kind: 'line'; readonly texts: readonly [string, string, string] }
  | TableBlock
  /** The QR code of a seal. */
  | { readonly kind: 'qr'; readonly fingerprint: string; readonly alt: string }
  | { readonly kind: 'signatures'; readonly rows: readonly { readonly role: string; readonly name: string }[] };

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly { readonly head: string; readonly percent: number; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

export interface MinutesPlan {
  readonly title: string;
  readonly footer: string;
  readonly page: string;
  readonly pageOf: string;
  readonly blocks: readonly Block[];
}

export const para = (text: string): Block => ({ kind: 'para', text });
export const item = (text: string): Block => ({ kind: 'item', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
