import { levelsOf } from '@shared/model/level';
import { readTemplate, type Template } from '@shared/model/template';
import type { TemplateSummary } from '@shared/model/snapshot';
import newFaces from '../../resources/templates/100-new-faces.json' with { type: 'json' };
import almatyLeaders from '../../resources/templates/almaty-leaders-season.json' with { type: 'json' };
import aruAna from '../../resources/templates/aru-ana.json' with { type: 'json' };
import janaBeles from '../../resources/templates/jana-beles.json' with { type: 'json' };
import smallGrants from '../../resources/templates/proactive-small-grants.json' with { type: 'json' };
import tauelsizdik from '../../resources/templates/ref-tauelsizdik-urpaktary.json' with { type: 'json' };
import volunteerOfTheYear from '../../resources/templates/ref-volunteer-of-the-year.json' with { type: 'json' };
import sinergiya from '../../resources/templates/sinergiya-molodezhi.json' with { type: 'json' };
import socialAssembly from '../../resources/templates/social-assembly.json' with { type: 'json' };
import jasIq from '../../resources/templates/students-week-jas-iq.json' with { type: 'json' };
import keshkiSaz from '../../resources/templates/students-week-keshki-saz.json' with { type: 'json' };
import studsport from '../../resources/templates/students-week-studsport.json' with { type: 'json' };
import zhaidarman from '../../resources/templates/students-week-zhaidarman.json' with { type: 'json' };
import volunteers from '../../resources/templates/zhangyru-zholy-volunteers.json' with { type: 'json' };

/** In the order of the list that a new contest is chosen from. */
const texts: readonly unknown[] = [
  janaBeles,
  aruAna,
  smallGrants,
  volunteers,
  volunteerOfTheYear,
  newFaces,
  tauelsizdik,
  sinergiya,
  socialAssembly,
  keshkiSaz,
  zhaidarman,
  jasIq,
  studsport,
  almatyLeaders,
];

// Read when a contest is made, not when the application starts.
let read: readonly Template[] | null = null;
const shipped = (): readonly Template[] => (read ??= texts.map(readTemplate));

export const findTemplate = (key: string): Template | undefined => shipped().find((t) => t.key === key);

export const listTemplates = (): readonly TemplateSummary[] =>
  shipped().map((t) => ({
    key: t.key,
    title: t.head.title,
    organiser: t.head.organiser,
    categories: t.categories.length,
    rounds: t.rounds.length,
    levels: levelsOf(t.rules.opensAs),
  }));
