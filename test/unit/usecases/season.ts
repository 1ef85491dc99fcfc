import { join } from 'node:path';
import { create } from '../../../electron/usecases/contestFile';
import { findTemplate } from '../../../electron/usecases/templates';
import { must, testDesk, type TestDesk } from './testDesk';

/** A desk with the season of «Almaty leaders» just created, which has rounds of tables. */
export async function seasonDesk(): Promise<TestDesk> {
  const desk = testDesk();
  const template = findTemplate('almaty-leaders-season');
  if (template === undefined) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Маусым.tarazy')).token;
  const head = { ...template.head, edition: '2026' };
  must(await create(desk, { template: 'almaty-leaders-season', head, file, password: 'ұзын құпиясөз' }));
  return desk;
}
