import { z } from 'zod';
import { importReference, type ImportReference } from '@shared/domain/import/reference';
import type { Region } from '@shared/domain/regional';
import { localText } from '@shared/model/text';
import importColumns from '../../resources/reference/import-columns.json' with { type: 'json' };
import regionList from '../../resources/reference/regions.json' with { type: 'json' };

/** Parsed once: data of ours that does not parse is a bug and stops the desk at its start. */
export const reference: ImportReference = importReference.parse(importColumns);

const regionSchema = z.object({ name: localText, aliases: z.array(z.string().max(200)).readonly() }).readonly();
export const regions: readonly Region[] = z.array(regionSchema).readonly().parse(regionList.regions);
