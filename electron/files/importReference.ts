import { importReference as schema, type ImportReference } from '@shared/domain/import/reference';
import columns from '../../resources/reference/import-columns.json';

/** The reference data that an import preview needs, as shipped. */
export const importReference: ImportReference = schema.parse(columns);
