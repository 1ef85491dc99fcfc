import { readTemplate, type Template } from '@shared/model/template';
import type { TemplateSummary } from '@shared/model/snapshot';
import janaBeles from '../../resources/templates/jana-beles.json';

const shipped: readonly Template[] = [readTemplate(janaBeles)];

export const findTemplate = (key: string): Template | undefined => shipped.find((t) => t.key === key);

export const listTemplates = (): readonly TemplateSummary[] =>
  shipped.map((t) => ({
    key: t.key,
    title: t.head.title,
    organiser: t.head.organiser,
    categories: t.categories.length,
    rounds: t.rounds.length,
  }));
