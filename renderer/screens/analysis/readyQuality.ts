import type { JuryQuality } from '@shared/model/analysis';

/** What the sections of the jury's tab show, each a part of it. */
export type ReadyQuality = Extract<JuryQuality, { readonly state: 'ready' }>;
