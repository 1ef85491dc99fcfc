import { importReference, type ImportReference } from '@shared/domain/import/reference';
import importColumns from '../../resources/reference/import-columns.json';

/** Parsed once: data of ours that does not parse is a bug and stops the desk at its start. */
export const reference: ImportReference = importReference.parse(importColumns);
