import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import type { Language } from '@shared/model/language';
import { launchDevelopment } from './development';
import { freshFolder, type LaunchOptions, type Launched } from './launched';
import { launchPackaged } from './packaged';

export { freshFolder, type LaunchOptions, type Launched } from './launched';

/** The application as the project wants it: the shipped binary, or the development build. Specs see no difference. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const launch = ['packaged', 'smoke'].includes(test.info().project.name) ? launchPackaged : launchDevelopment;
  const userData = options.userData ?? freshFolder();
  if (options.language !== undefined) chooseLanguage(userData, options.language);
  const launched = await launch(userData, options);
  // The page is there before what answers it; a test begins when both are, as a user does who has seen the window.
  await launched.page.waitForFunction(async () => (await window.tarazy?.call('app.state', {}))?.ok);
  await launched.page.locator('#root:not([inert])').waitFor({ state: 'attached' });
  return launched;
}

function chooseLanguage(userData: string, language: Language): void {
  const file = join(userData, 'preferences.json');
  const chosen: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { theme: 'system' };
  writeFileSync(file, JSON.stringify({ ...Object(chosen), language }));
}
