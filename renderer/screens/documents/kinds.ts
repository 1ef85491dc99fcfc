import { FileJson, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import type { TextKey } from '../../i18n';

/** A document that is saved here, with its texts. */
export interface DocumentKind {
  readonly kind: 'workbook' | 'minutes' | 'snapshot';
  readonly call: 'documents.workbook' | 'documents.minutes' | 'documents.snapshot';
  readonly icon: LucideIcon;
  readonly text: Readonly<Record<'title' | 'note' | 'language' | 'save' | 'writing' | 'saved', TextKey>>;
  readonly fileName: Readonly<Record<'kk' | 'ru' | 'en', TextKey>>;
}

export const workbook: DocumentKind = {
  kind: 'workbook',
  call: 'documents.workbook',
  icon: FileSpreadsheet,
  text: {
    title: 'documents:workbook.title',
    note: 'documents:workbook.note',
    language: 'documents:language',
    save: 'documents:save',
    writing: 'documents:writing',
    saved: 'documents:saved',
  },
  fileName: { kk: 'documents:fileName.kk', ru: 'documents:fileName.ru', en: 'documents:fileName.en' },
};

export const minutes: DocumentKind = {
  kind: 'minutes',
  call: 'documents.minutes',
  icon: FileText,
  text: {
    title: 'documents:minutes.title',
    note: 'documents:minutes.note',
    language: 'documents:minutes.language',
    save: 'documents:minutes.save',
    writing: 'documents:minutes.writing',
    saved: 'documents:minutes.saved',
  },
  fileName: {
    kk: 'documents:minutes.fileName.kk',
    ru: 'documents:minutes.fileName.ru',
    en: 'documents:minutes.fileName.en',
  },
};

export const openSnapshot: DocumentKind = {
  kind: 'snapshot',
  call: 'documents.snapshot',
  icon: FileJson,
  text: {
    title: 'documents:snapshot.title',
    note: 'documents:snapshot.note',
    language: 'documents:snapshot.language',
    save: 'documents:snapshot.save',
    writing: 'documents:snapshot.writing',
    saved: 'documents:snapshot.saved',
  },
  fileName: {
    kk: 'documents:snapshot.fileName.kk',
    ru: 'documents:snapshot.fileName.ru',
    en: 'documents:snapshot.fileName.en',
  },
};
