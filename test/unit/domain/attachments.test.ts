import { expect, test } from 'vitest';
import { attachmentKind, attachmentKindOfName } from '@shared/domain/attachments';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const found = (name: string, head: Uint8Array) => {
  const result = attachmentKind(name, head);
  return result.ok ? result.value : `refused: ${result.failure}`;
};

test('a file is what its ending and its first bytes say together', () => {
  expect(found('Диплом.PDF', bytes('%PDF-1.7\n'))).toBe('pdf');
  expect(found('a.png', bytes('\u0089PNG\r\n\u001a\n…'))).toBe('png');
  expect(found('a.jpg', bytes('\u00ff\u00d8\u00ff\u00e0'))).toBe('jpeg');
  expect(found('a.jpeg', bytes('\u00ff\u00d8\u00ff\u00e1'))).toBe('jpeg');
  expect(found('a.webp', bytes('RIFF\u0001\u0002\u0003\u0004WEBPVP8 '))).toBe('webp');
  expect(found('Хат.txt', new Uint8Array(Buffer.from('\uFEFFСәлем < 5')))).toBe('text');
  expect(found('a.txt', bytes('5 < 6'))).toBe('text');
});

test('what is something else under a good name is refused', () => {
  expect(found('a.pdf', bytes('PK\u0003\u0004'))).toBe('refused: content');
  expect(found('a.png', bytes('\u00ff\u00d8\u00ff'))).toBe('refused: content');
  expect(found('a.jpg', bytes('<svg'))).toBe('refused: content');
  expect(found('a.webp', bytes('RIFF\u0001\u0002\u0003\u0004WAVE'))).toBe('refused: content');
  for (const page of ['<html>', '  <!doctype html>', '<?xml version="1.0"?>', '\u00ef\u00bb\u00bf<svg onload="x">'])
    expect(found('a.txt', bytes(page))).toBe('refused: content');
  expect(found('a.txt', bytes('a\u0000b'))).toBe('refused: content');
  expect(found('a.txt', new Uint8Array(0))).toBe('refused: empty');
});

test('pages, office files and everything unknown are refused by name, each with its reason', () => {
  for (const name of ['a.svg', 'a.html', 'a.HTM', 'a.xml']) expect(found(name, bytes('x'))).toBe('refused: page');
  for (const name of ['a.docx', 'a.doc', 'a.xlsx', 'a.pptx', 'a.odt'])
    expect(found(name, bytes('x'))).toBe('refused: office');
  for (const name of ['a.exe', 'a', 'pdf', 'a.pdf.zip', '.']) expect(found(name, bytes('x'))).toBe('refused: other');
  expect(attachmentKindOfName('a.pdf.exe')).toBe(null);
});
