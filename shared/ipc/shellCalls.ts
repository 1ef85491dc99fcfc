import { z } from 'zod';
import type { About } from '../model/about';
import { attachmentKinds } from '../model/attachment';
import { fileToken } from '../model/ids';
import { lockTimes } from '../model/lock';
import { places, screenNames } from '../model/menu';
import type { FileRef, Preferences } from '../model/snapshot';
import { language } from '../model/text';
import { shell } from './call';
import { nothing, pickKind } from './inputs';

/** What the main process answers by itself: the window, dialogs for files, preferences, the lock's beginning. */
export const shellCalls = {
  'app.state': shell(nothing).gives<{
    readonly version: string;
    readonly platform: string;
    readonly preferences: Preferences;
  }>(),
  'app.setPreferences': shell(
    z.strictObject({
      language: language.optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      lockAfter: z.literal(lockTimes).optional(),
      lockOnSleep: z.boolean().optional(),
    }),
  ).gives<Preferences>(),
  'app.copyText': shell(z.strictObject({ text: z.string().max(20_000) })).gives<null>(),
  'app.print': shell(nothing).gives<null>(),
  'app.printToPdf': shell(z.strictObject({ file: fileToken })).gives<FileRef>(),
  /** Closes the window although the file does not hold the last work: it is safe on this computer. */
  'app.closeUnwritten': shell(nothing).gives<null>(),
  'app.reportError': shell(z.strictObject({ message: z.string().max(2000), stack: z.string().max(10_000) })).gives<{
    readonly reference: string;
  }>(),
  /** What the window shows, for the native menu to follow. */
  'app.showing': shell(
    z.strictObject({ screen: z.enum(screenNames), place: z.enum(places).nullable(), asking: z.boolean() }),
  ).gives<null>(),
  'app.showLog': shell(nothing).gives<null>(),
  'app.about': shell(nothing).gives<About>(),
  /** Locks what is open, where it has a password or a code; does nothing otherwise. */
  'lock.start': shell(nothing).gives<null>(),
  /** The page has hidden what it showed and handed in what was typed. */
  'lock.ready': shell(nothing).gives<null>(),
  'files.pick': shell(z.strictObject({ kind: pickKind, multiple: z.boolean() })).gives<readonly FileRef[]>(),
  'files.pickSave': shell(
    z.strictObject({
      kind: z.enum([
        'contest',
        'workbook',
        'minutes',
        'snapshot',
        'pdf',
        'returned-ballot',
        'results',
        'csv',
        'log',
        ...attachmentKinds,
      ]),
      suggestedName: z.string().max(200),
    }),
  ).gives<FileRef | null>(),
  'files.pickFolder': shell(nothing).gives<FileRef | null>(),
  'files.reveal': shell(z.strictObject({ file: fileToken })).gives<null>(),
} as const;
