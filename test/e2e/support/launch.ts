import { test } from '@playwright/test';
import { launchDevelopment } from './development';
import { freshFolder, type LaunchOptions, type Launched } from './launched';
import { launchPackaged } from './packaged';

export { freshFolder, type LaunchOptions, type Launched } from './launched';

/** The application as the project wants it: the shipped binary, or the development build. Specs see no difference. */
export function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const launch = ['packaged', 'smoke'].includes(test.info().project.name) ? launchPackaged : launchDevelopment;
  return launch(options.userData ?? freshFolder(), options);
}
