import { test } from '@playwright/test';
import { launchDevelopment } from './development';
import { freshFolder, type LaunchOptions, type Launched } from './launched';
import { launchPackaged } from './packaged';

export { freshFolder, type LaunchOptions, type Launched } from './launched';

/** The application as the project wants it: the shipped binary, or the development build. Specs see no difference. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const launch = ['packaged', 'smoke'].includes(test.info().project.name) ? launchPackaged : launchDevelopment;
  const launched = await launch(options.userData ?? freshFolder(), options);
  // The page is there before what answers it; a test begins when both are, as a user does who has seen the window.
  await launched.page.waitForFunction(async () => (await window.tarazy?.call('app.state', {}))?.ok);
  return launched;
}
